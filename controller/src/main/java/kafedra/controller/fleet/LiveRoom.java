package kafedra.controller.fleet;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.QueueState;
import kafedra.controller.booking.Booking;

/**
 * A lab as it is now. When the kiosk is not {@link Contact#ONLINE}, the seats are as they were at
 * its last contact.
 *
 * @param waiting people in the queue of the building
 * @param queue those of them who wait for this lab or for any, in the order of their turns
 * @param calls for the librarian, in the whole building
 * @param today confirmed bookings of the school's local day, by start
 */
public record LiveRoom(
    LabId lab,
    Instant at,
    KioskStatus kiosk,
    int waiting,
    List<QueueState.Entry> queue,
    List<HelpCalls.Call> calls,
    List<LiveSeat> seats,
    List<Booking> today) {
  public LiveRoom {
    queue = List.copyOf(queue);
    calls = List.copyOf(calls);
    seats = List.copyOf(seats);
    today = List.copyOf(today);
  }
}
