package kafedra.controller.policy;

import kafedra.contract.id.WorkstationId;

/** For whom each seat is; answers from memory, since it is asked within the one writer. */
public interface SeatRules {
  /** The seat's rule; one that admits everybody when nothing was said. */
  SeatRule of(WorkstationId seat);
}
