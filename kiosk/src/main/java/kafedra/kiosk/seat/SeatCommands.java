package kafedra.kiosk.seat;

import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.SeatCommand;

/** Carries what staff want of a workstation to its agent. Lost ones are repeated by the caller. */
@FunctionalInterface
public interface SeatCommands {
  void send(WorkstationId workstation, SeatCommand command);
}
