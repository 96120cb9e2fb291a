package kafedra.controller.recurrence;

import java.time.DayOfWeek;

/**
 * A value of BYDAY.
 *
 * @param nth which of the month or year, from its end when negative; {@link #EVERY} of them when 0
 */
public record NthDay(int nth, DayOfWeek day) {
  public static final int EVERY = 0;

  /** {@code TU}, {@code 2TU} or {@code -1FR}. */
  public String text() {
    return (nth == EVERY ? "" : Integer.toString(nth)) + day.name().substring(0, 2);
  }
}
