package kafedra.controller.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.ClosureId;

/**
 * What a closure did to bookings, or what its undoing did; written with the bookings.
 *
 * @param by login of staff
 * @param handed what another closure still closes: undoing that one gives it again
 */
public record Clearance(
    ClosureId closure, Step step, String by, Instant at, List<Entry> entries, List<Handed> handed) {
  public Clearance {
    entries = List.copyOf(entries);
    handed = List.copyOf(handed);
  }

  /** Which way. */
  public enum Step {
    /** Bookings were taken back. */
    CLOSED,
    /** Those that still fit were given again. */
    OPENED
  }

  /**
   * One booking.
   *
   * @param version as this step left it
   * @param why it was not given again; empty for all others
   */
  public record Entry(BookingId booking, int version, Fate fate, Optional<Loss> why) {}

  /** A booking that is another closure's from now on. */
  public record Handed(ClosureId to, Entry entry) {}

  /** What became of a booking. */
  public enum Fate {
    CANCELLED,
    RESTORED,
    /** Not given again when the closure was undone. */
    LOST
  }

  /** Why a booking was not given again. */
  public enum Loss {
    /** Somebody changed it since. */
    CHANGED,
    /** Its time is over. */
    OVER,
    /** A seat is promised to somebody else now. */
    SEAT_TAKEN,
    /** A seat, or the room, is gone or out of service. */
    SEAT_GONE,
    /** The person has another booking then. */
    PERSON_BUSY,
    /** The room is not open then for another reason. */
    DAY_CLOSED
  }
}
