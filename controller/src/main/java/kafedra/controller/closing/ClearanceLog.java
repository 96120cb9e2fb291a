package kafedra.controller.closing;

import java.util.Collection;
import java.util.List;
import kafedra.contract.id.ClosureId;
import kafedra.controller.booking.Clearance;

/** What closures did to bookings, where the bookings are kept. */
public interface ClearanceLog {
  /** Of these closures, in the order in which it was done. */
  List<Clearance> of(Collection<ClosureId> closures);
}
