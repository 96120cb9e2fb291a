package kafedra.controller.closing;

import java.time.Instant;
import java.util.List;
import kafedra.controller.booking.Clearance;
import kafedra.controller.calendar.Closure;
import org.jspecify.annotations.Nullable;

/**
 * A closure and what became of it.
 *
 * @param undoneBy login of staff; null while it stands
 * @param entries the bookings that it took back, by start
 */
public record ClosureRecord(
    Closure closure,
    State state,
    @Nullable String undoneBy,
    @Nullable Instant undoneAt,
    List<Clearance.Entry> entries) {
  public ClosureRecord {
    entries = List.copyOf(entries);
  }

  /** How far it has come. */
  public enum State {
    /** Nothing can be booked; the bookings there are about to be taken back. */
    BEGUN,
    CLOSED,
    /** Undone. */
    OPENED
  }
}
