package kafedra.controller.roster;

import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem.Service;

/**
 * One seat with a computer.
 *
 * @param label what stands on it, such as «7»
 * @param row of the room's plan, from 0
 * @param column of the room's plan, from 0
 */
public record Workstation(
    WorkstationId id,
    LabId lab,
    String label,
    int row,
    int column,
    List<Feature> features,
    Service service) {
  public Workstation {
    features = features.stream().distinct().sorted().toList();
    if (row < 0 || column < 0) {
      throw new IllegalArgumentException(
          "workstation "
              + id
              + " stands at row "
              + row
              + ", column "
              + column
              + "; both count from 0");
    }
  }
}
