package kafedra.agent.lock;

import kafedra.contract.message.SeatReport;

/** Where reports of the seat go. */
public interface SeatReports {
  /** Whether a report left. Leaving is no arrival: a report is repeated anyway. */
  enum Fate {
    LEFT,
    /** There is no connection now. */
    KEPT
  }

  Fate send(SeatReport report);
}
