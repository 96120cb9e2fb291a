package kafedra.controller.fleet;

import java.time.Instant;
import java.util.Map;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Health;

/** What agents last reported of their machines. */
public interface SeatHealthStore {
  Map<WorkstationId, Checked> latest();

  /** What is known of the machines. */
  Map<WorkstationId, SeatMachine> machines();

  /** When somebody last laid hands on a lock. */
  Map<WorkstationId, Instant> tampered();

  /** A report, and when it was made. */
  record Checked(Instant at, Health health) {}
}
