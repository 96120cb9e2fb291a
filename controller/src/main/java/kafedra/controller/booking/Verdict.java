package kafedra.controller.booking;

import java.util.List;
import java.util.Optional;
import kafedra.contract.id.WorkstationId;

/** What would come of a wish at this moment. */
sealed interface Verdict {
  /**
   * It can be granted with these seats.
   *
   * @param ruling without anything against it
   */
  record Possible(Room room, List<WorkstationId> seats, Ruling ruling) implements Verdict {
    public Possible {
      seats = List.copyOf(seats);
    }
  }

  /**
   * It cannot.
   *
   * @param room empty for a lab that does not exist
   * @param reasons every one, the most telling first
   */
  record Impossible(Optional<Room> room, List<Refusal> reasons) implements Verdict {
    public Impossible {
      reasons = List.copyOf(reasons);
    }
  }
}
