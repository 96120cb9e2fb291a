package kafedra.kiosk.help;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kafedra.contract.id.CallId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;

/**
 * Somebody calls for the librarian.
 *
 * @param at by the wall clock
 * @param changedAt monotonic time of the call, or of its answer
 * @param seat where the person sits; empty for somebody at the kiosk
 * @param person empty for somebody who did not sign in
 * @param answered when staff said that they come
 */
public record Call(
    CallId id,
    Instant at,
    Duration changedAt,
    Optional<WorkstationId> seat,
    Optional<PersonId> person,
    Optional<Instant> answered) {
  Call answeredAt(Instant when, Duration changed) {
    return new Call(id, at, changed, seat, person, Optional.of(when));
  }
}
