package kafedra.controller.roster;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import kafedra.contract.id.SchoolId;

/** Carries word of committed changes from the stores to whoever listens. */
public final class RosterChanges {
  private final List<RosterListener> listeners = new CopyOnWriteArrayList<>();

  public void onChange(RosterListener listener) {
    listeners.add(listener);
  }

  /** Tells everybody, in the order in which they came. Nothing is told of an empty set. */
  public void announce(Set<SchoolId> schools) {
    if (schools.isEmpty()) {
      return;
    }
    RosterChange change = new RosterChange(schools);
    listeners.forEach(it -> it.changed(change));
  }
}
