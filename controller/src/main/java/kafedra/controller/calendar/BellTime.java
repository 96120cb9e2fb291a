package kafedra.controller.calendar;

import java.time.LocalTime;
import java.util.Comparator;

/**
 * When a lesson begins and ends, in the school's local time.
 *
 * @param number within its shift, from 0
 * @param end later than {@code start}
 */
public record BellTime(int number, Shift shift, LocalTime start, LocalTime end) {
  static final Comparator<BellTime> BY_SHIFT =
      Comparator.comparing(BellTime::shift).thenComparingInt(BellTime::number);

  public BellTime {
    if (number < 0 || !start.isBefore(end)) {
      throw new IllegalArgumentException("lesson " + number + " from " + start + " to " + end);
    }
  }
}
