package kafedra.controller.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BuildingId;
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

  /** Windows that prove something, and those of them at or above the criterion. */
  record Compliance(int windows, int atOrAbove) {}
}
