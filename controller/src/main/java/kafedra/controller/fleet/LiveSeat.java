package kafedra.controller.fleet;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.SeatCondition;
import kafedra.controller.booking.Booking;
import kafedra.controller.fault.ReportedFault;
import kafedra.controller.roster.Workstation;
import org.jspecify.annotations.Nullable;

/**
 * A seat as it is now.
 *
 * @param condition as the kiosk said it last; {@code UNKNOWN} until it has said anything
 * @param occupant null unless in use
 * @param next the booking that runs on this seat or comes next today; null without one
 * @param faults that people reported and nobody has looked at
 */
public record LiveSeat(
    Workstation workstation,
    SeatCondition condition,
    @Nullable Occupant occupant,
    @Nullable Booking next,
    List<ReportedFault> faults) {
  public LiveSeat {
    faults = List.copyOf(faults);
  }

  /**
   * Who sits there.
   *
   * @param start null until the record of the start has come
   * @param elsewhere another lab in which the person sits too: one of the two is ended once both
   *     kiosks are reached; null for almost everybody
   */
  public record Occupant(
      SessionId session,
      PersonId person,
      @Nullable Instant start,
      Instant plannedEnd,
      @Nullable LabId elsewhere) {}
}
