package kafedra.kiosk.seat;

import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.SeatOrder;

/** Carries the kiosk's word to a seat's agent. Lost orders are repeated by the caller. */
@FunctionalInterface
public interface SeatOrders {
  void send(WorkstationId workstation, SeatOrder order);
}
