package kafedra.controller.slot;

import java.time.Duration;
import java.time.Instant;
import kafedra.contract.time.TimeSlot;

/**
 * A half-open range of five-minute marks: {@code from} belongs to it, {@code to} does not. A mark
 * is the number of whole steps since 1970-01-01T00:00Z. Every time zone's midnight lies on a mark,
 * since offsets are whole quarters of an hour.
 *
 * @param from first mark
 * @param to first mark after, greater than {@code from}
 */
public record Marks(int from, int to) {
  /** Everything that is booked begins and ends on a whole multiple of it. */
  public static final Duration STEP = Duration.ofMinutes(5);

  public static final int PER_DAY = (int) Duration.ofDays(1).dividedBy(STEP);

  private static final long STEP_MILLIS = STEP.toMillis();

  public Marks {
    if (from >= to) {
      throw new IllegalArgumentException("marks " + from + " to " + to + " are no range");
    }
  }

  /** The mark at an instant or the last one before it. */
  public static int floor(Instant at) {
    return Math.toIntExact(Math.floorDiv(at.toEpochMilli(), STEP_MILLIS));
  }

  /** The mark at an instant or the first one after it. */
  public static int ceil(Instant at) {
    return Math.toIntExact(Math.ceilDiv(at.toEpochMilli(), STEP_MILLIS));
  }

  /** The instant of a mark. */
  public static Instant at(int mark) {
    return Instant.ofEpochMilli(mark * STEP_MILLIS);
  }

  public static boolean isOn(Instant at) {
    return at.toEpochMilli() % STEP_MILLIS == 0;
  }

  public static boolean isOn(TimeSlot slot) {
    return isOn(slot.start()) && isOn(slot.end());
  }

  /** Every mark that the slot touches. */
  public static Marks touching(TimeSlot slot) {
    return new Marks(floor(slot.start()), ceil(slot.end()));
  }

  /** How many steps a length takes up, rounded up. */
  public static int steps(Duration length) {
    return Math.toIntExact(Math.ceilDiv(length.toMillis(), STEP_MILLIS));
  }

  public int length() {
    return to - from;
  }

  public TimeSlot slot() {
    return new TimeSlot(at(from), at(to));
  }
}
