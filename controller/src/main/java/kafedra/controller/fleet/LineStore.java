package kafedra.controller.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.BuildingId;
import kafedra.contract.message.LineMethod;
import kafedra.contract.time.TimeSlot;

/** Where measurements of lines are kept. */
public interface LineStore {
  Optional<LineWindow> latest(BuildingId building);

  /** Windows that ended within the range, by time, the newest {@code most} of them. */
  List<LineWindow> within(BuildingId building, TimeSlot range, int most);

  /**
   * Counts the windows since then that prove something about the criterion, kbit/s towards the
   * building.
   */
  Compliance compliance(BuildingId building, Instant since, int criterionKbps);

  /** The best sustained rate of the windows since then by method, kbit/s towards the building. */
  Map<LineMethod, Integer> best(BuildingId building, Instant since);

  /** Windows that prove something, and those of them at or above the criterion. */
  record Compliance(int windows, int atOrAbove) {}
}
