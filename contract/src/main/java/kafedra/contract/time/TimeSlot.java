package kafedra.contract.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open stretch of time: {@code start} belongs to it, {@code end} does not, so that lessons
 * that touch do not overlap.
 *
 * @param start first instant, millisecond precision
 * @param end first instant after, later than {@code start}
 */
public record TimeSlot(Instant start, Instant end) {
  public TimeSlot {
    start = Millis.of(start);
    end = Millis.of(end);
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "slot ends at "
              + end
              + ", which is not after its start "
              + start
              + ". Maybe the two are swapped.");
    }
  }

  public static TimeSlot of(Instant start, Duration length) {
    return new TimeSlot(start, start.plus(length));
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  public boolean overlaps(TimeSlot other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  public boolean contains(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  @Override
  public String toString() {
    return start + "/" + end;
  }
}
