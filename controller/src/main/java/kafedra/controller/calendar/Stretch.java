package kafedra.controller.calendar;

import java.time.LocalTime;

/**
 * Opening hours without a break, in the school's local time.
 *
 * @param closes later than {@code opens}
 */
public record Stretch(LocalTime opens, LocalTime closes) {
  public Stretch {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException(
          "opens at " + opens + ", which is not before it closes at " + closes);
    }
  }
}
