package kafedra.kiosk.schedule;

import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for here and the controller has not answered yet. Only the controller's
 * booking is a promise.
 *
 * @param workstation null for any seat
 */
public record BookingRequest(
    BookingId id, PersonId person, @Nullable WorkstationId workstation, TimeSlot slot, Wish wish) {

  /** What the person wants of the controller. */
  public enum Wish {
    BOOK,
    /** Taken back; kept until the controller has it too, so that a late answer shows nothing. */
    WITHDRAW
  }

  BookingRequest withdrawn() {
    return new BookingRequest(id, person, workstation, slot, Wish.WITHDRAW);
  }
}
