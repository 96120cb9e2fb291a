package kafedra.kiosk.seat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.schedule.Replica;

/**
 * Seats that staff closed or opened here. Their word holds at once and through a cut line; when the
 * replica says the same, the district has it, and only the replica counts. For the desk's thread
 * alone.
 */
public final class SeatServices {
  private final Map<WorkstationId, Service> set = new HashMap<>();
  private final Replica replica;
  private final Journal journal;

  public SeatServices(Replica replica, Journal journal) {
    this.replica = replica;
    this.journal = journal;
  }

  /** Goes on after a restart. */
  public void recover() {
    set.putAll(journal.seatServices());
  }

  public Service of(ReplicaItem.Seat seat) {
    return set.getOrDefault(seat.id(), seat.service());
  }

  /** Closes or opens a seat; {@code besides} is committed with it. */
  public void set(WorkstationId seat, Service service, Change besides) {
    journal.commit(List.of(new Change.SeatServiceIs(seat, service), besides));
    set.put(seat, service);
  }

  /** Lets go of what the district has made true. */
  public void refresh() {
    for (Map.Entry<WorkstationId, Service> each : List.copyOf(set.entrySet())) {
      boolean known =
          replica
              .seat(each.getKey())
              .map(ReplicaItem.Seat::service)
              .filter(it -> it != each.getValue())
              .isEmpty();
      if (known) {
        journal.commit(List.of(new Change.SeatServiceKnown(each.getKey())));
        set.remove(each.getKey());
      }
    }
  }
}
