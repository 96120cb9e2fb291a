package kafedra.controller.policy;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.PersonId;

/** Who booked and did not come. Answers at once (one indexed read). */
public interface NoShows {
  /**
   * When the person's own bookings began that nobody came to, oldest first: begun within the span,
   * the grace over, not cancelled, nobody checked in, and the building's kiosk heard since, so that
   * a check-in which waits behind a cut line is not held against anybody.
   *
   * @param since from then on
   * @param now until then
   */
  List<Instant> of(PersonId person, Instant since, Instant now);
}
