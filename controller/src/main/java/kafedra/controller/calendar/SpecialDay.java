package kafedra.controller.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day that differs from its weekday. It outweighs holidays and the bounds of the school year, so
 * that a transferred Saturday, or an examination in the holidays, can be told.
 *
 * @param name what staff call it; may be empty
 * @param taughtAs the weekday whose bells and hours it has; null for its own
 * @param bells name of its bell schedule; null for that of the weekday
 * @param hours its opening hours, of all labs; empty where it is closed; null for the weekday's
 */
public record SpecialDay(
    LocalDate date,
    String name,
    @Nullable DayOfWeek taughtAs,
    @Nullable String bells,
    @Nullable List<Stretch> hours) {
  public SpecialDay {
    hours = hours == null ? null : List.copyOf(hours);
  }

  DayOfWeek weekday() {
    return taughtAs == null ? date.getDayOfWeek() : taughtAs;
  }
}
