package kafedra.controller.timetable;

import java.time.LocalTime;

/**
 * From when to when, in the school's local time of one day.
 *
 * @param ends later than {@code starts}
 */
public record Hours(LocalTime starts, LocalTime ends) {
  public Hours {
    if (!starts.isBefore(ends)) {
      throw new IllegalArgumentException(
          "a lesson ends at " + ends + ", which is not after " + starts + ". Maybe swapped.");
    }
  }

  boolean overlaps(Hours other) {
    return starts.isBefore(other.ends) && other.starts.isBefore(ends);
  }
}
