package kafedra.controller.booking;

import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;

/**
 * What the booking desk must know of places and people. Answers at once, from memory: it is asked
 * within the one writer.
 */
public interface Rooms {
  Optional<Room> room(LabId lab);

  /** In a lasting order. */
  List<Room> roomsOf(BuildingId building);

  /** In a lasting order. */
  List<LabId> labsOf(SchoolId school);

  /**
   * Another number after anything about any room changed, its days included; to be asked before the
   * rooms are.
   */
  long edition();

  /** Whether the person or group is in the roster. */
  boolean knows(Holder holder);
}
