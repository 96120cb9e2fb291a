package kafedra.controller.queue;

import java.util.Collection;
import java.util.List;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;

/** Where waits that are over are kept. */
@FunctionalInterface
public interface Waits {
  /** Those of these schools' buildings whose number was drawn then. */
  List<Wait> drawn(Collection<SchoolId> schools, TimeSlot within);
}
