package kafedra.controller.fault;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.WorkstationId;

/** Where reported faults are kept. */
public interface SeatFaults {
  /** Those that are open, the oldest first; no seat without any. */
  Map<WorkstationId, List<ReportedFault>> open();

  /**
   * Somebody looked at the seat: nothing of it is open any more.
   *
   * @param by login
   * @return how many reports that closed
   */
  int fixed(WorkstationId workstation, String by, Instant at);
}
