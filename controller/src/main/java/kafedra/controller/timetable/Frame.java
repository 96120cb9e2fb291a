package kafedra.controller.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.calendar.SpecialDay;

/**
 * The days on which a timetable holds, and how its weeks and terms are counted.
 *
 * @param firstWeek any day of a week that is the first of the timetable's cycle
 */
public record Frame(Reading reading, LocalDate firstWeek) {
  /** What a mask of terms says of a date, in a school of these terms. */
  private static boolean inTerms(Mask terms, SchoolCalendar school, LocalDate date) {
    var all = school.plan().terms();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).days().contains(date)) {
        return terms.has(i);
      }
    }
    return false;
  }

  /** Whether the school's terms tell what the mask means. */
  static boolean knowsTerms(Mask terms, SchoolCalendar school) {
    return terms.isEach() || terms.length() == school.plan().terms().size();
  }

  /** Whether the lesson's weekday, week and term fall on this date. */
  boolean falls(Days.Weekly weekly, SchoolCalendar school, LocalDate date) {
    return weekly.day() == taughtAs(school, date)
        && weekly.weeks().has(week(date))
        && (weekly.terms().isEach() || inTerms(weekly.terms(), school, date));
  }

  /** A Saturday may be taught by Monday's timetable. */
  private static DayOfWeek taughtAs(SchoolCalendar school, LocalDate date) {
    return school.plan().specialDays().stream()
        .filter(day -> day.date().equals(date))
        .map(SpecialDay::taughtAs)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(date.getDayOfWeek());
  }

  private int week(LocalDate date) {
    return (int) ChronoUnit.WEEKS.between(monday(firstWeek), monday(date));
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
