package kafedra.controller.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** On which days a lesson is. */
public sealed interface Days {
  /**
   * On one day of the week.
   *
   * @param weeks of the timetable's cycle
   * @param terms of the school year
   */
  record Weekly(DayOfWeek day, Mask weeks, Mask terms) implements Days {
    public static Weekly each(DayOfWeek day) {
      return new Weekly(day, Mask.EACH, Mask.EACH);
    }
  }

  /**
   * On single dates.
   *
   * @param dates in order, none twice, 1 to {@value TimetableLimits#DATES}
   */
  record Dates(List<LocalDate> dates) implements Days {
    public Dates {
      dates = dates.stream().distinct().sorted().toList();
      if (dates.isEmpty() || dates.size() > TimetableLimits.DATES) {
        throw new IllegalArgumentException("a lesson on " + dates.size() + " dates");
      }
    }

    public static Dates on(LocalDate day) {
      return new Dates(List.of(day));
    }
  }

  /** Whether both surely share a day; a weekday and a date cannot tell without the school year. */
  default boolean meets(Days other) {
    return switch (this) {
      case Weekly mine ->
          other instanceof Weekly theirs
              && mine.day() == theirs.day()
              && mine.weeks().meets(theirs.weeks())
              && mine.terms().meets(theirs.terms());
      case Dates mine ->
          other instanceof Dates theirs
              && theirs.dates().stream().anyMatch(day -> mine.dates().contains(day));
    };
  }
}
