package kafedra.controller.roster;

import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.Service;

/** Takes seats out of service and puts them back. */
@FunctionalInterface
public interface SeatService {
  /** Returns after the commit; the kiosk hears of it with its replica. */
  void set(WorkstationId workstation, Service service);
}
