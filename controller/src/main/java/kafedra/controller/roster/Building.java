package kafedra.controller.roster;

import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.SchoolId;

/**
 * One address with one Internet line and one kiosk.
 *
 * @param village where it stands; may be empty
 * @param criterionKbps rate that the line is held against, kbit/s, above 0
 */
public record Building(
    BuildingId id, SchoolId school, String name, String village, KioskId kiosk, int criterionKbps) {
  public Building {
    if (criterionKbps <= 0) {
      throw new IllegalArgumentException(
          "building " + id + " is held against " + criterionKbps + " kbit/s; it must be above 0");
    }
  }
}
