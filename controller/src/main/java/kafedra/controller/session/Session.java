package kafedra.controller.session;

import java.time.Duration;
import java.time.Instant;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import org.jspecify.annotations.Nullable;

/**
 * A session as far as its records have come; fields are null until the record that tells them has.
 *
 * @param booking null for a walk-in
 * @param signedIn total so far
 * @param active how much of that had input
 */
public record Session(
    SessionId id,
    KioskId kiosk,
    @Nullable WorkstationId workstation,
    @Nullable PersonId person,
    @Nullable BookingId booking,
    @Nullable Instant start,
    @Nullable Instant plannedEnd,
    @Nullable Instant end,
    @Nullable EndReason reason,
    Duration signedIn,
    Duration active) {
  /**
   * Who sits there.
   *
   * @throws IllegalStateException if the record that tells it has not come
   */
  public PersonId personOrThrow() {
    if (person == null) {
      throw new IllegalStateException("nobody is known for session " + id);
    }
    return person;
  }
}
