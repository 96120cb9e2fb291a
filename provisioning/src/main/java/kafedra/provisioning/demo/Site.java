package kafedra.provisioning.demo;

import java.util.List;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;

/**
 * A building that gets a kiosk.
 *
 * @param name of school and building, for people
 * @param workstations in the order of the district file
 */
public record Site(
    SchoolId school,
    BuildingId building,
    KioskId kiosk,
    String name,
    List<WorkstationId> workstations) {
  public Site {
    workstations = List.copyOf(workstations);
  }
}
