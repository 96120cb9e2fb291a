package kafedra.controller.intake;

import java.util.Map;
import java.util.Set;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.WorkstationId;

/**
 * What a delivery came to.
 *
 * @param positions per stream that was heard, the highest number of an unbroken row of committed
 *     records
 * @param records new and committed
 * @param duplicates that were committed before
 * @param gaps batches that began beyond what was next
 * @param setAside by what was wrong
 * @param seats whose sessions began, or at which something is said to be broken
 * @param changed schools whose seats or cards staff changed at a kiosk
 */
public record Committed(
    Map<StreamId, Long> positions,
    long records,
    long duplicates,
    long gaps,
    Map<String, Long> setAside,
    Set<WorkstationId> seats,
    Set<SchoolId> changed) {
  public Committed {
    positions = Map.copyOf(positions);
    setAside = Map.copyOf(setAside);
    seats = Set.copyOf(seats);
    changed = Set.copyOf(changed);
  }
}
