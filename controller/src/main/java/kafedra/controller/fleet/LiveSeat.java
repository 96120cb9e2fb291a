package kafedra.controller.fleet;

import java.time.Instant;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.SeatCondition;
import kafedra.controller.booking.Booking;
import kafedra.controller.roster.Workstation;
import org.jspecify.annotations.Nullable;

/**
 * A seat as it is now.
 *
 * @param condition as the kiosk said it last; {@code UNKNOWN} until it has said anything
 * @param occupant null unless in use
 * @param next the booking that runs on this seat or comes next today; null without one
 */
public record LiveSeat(
    Workstation workstation,
    SeatCondition condition,
    @Nullable Occupant occupant,
    @Nullable Booking next) {

  /**
   * Who sits there.
   *
   * @param start null until the record of the start has come
   */
  public record Occupant(
      SessionId session, PersonId person, @Nullable Instant start, Instant plannedEnd) {}
}
