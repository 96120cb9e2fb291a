package kafedra.kiosk.session;

import kafedra.contract.message.ReplicaItem;
import kafedra.kiosk.queue.Ticket;

/** What a free seat is kept for. */
public sealed interface Hold {
  record ForBooking(ReplicaItem.Booking booking) implements Hold {}

  record ForTicket(Ticket ticket) implements Hold {}
}
