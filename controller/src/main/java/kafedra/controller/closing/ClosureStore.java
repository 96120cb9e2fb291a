package kafedra.controller.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.ClosureId;
import kafedra.controller.calendar.Closure;

/**
 * Where closures are kept. What they do to bookings is written with the bookings, see {@code
 * BookingJournal}.
 */
public interface ClosureStore {
  /** Writes a closure as begun, unless there is one of its id; answers what there is now. */
  ClosureRecord begin(Closure closure);

  Optional<ClosureRecord> find(ClosureId id);

  /** Those that end no earlier, the latest first. */
  List<ClosureRecord> endingFrom(LocalDate day);

  /** Those that were begun, the oldest first. */
  List<Closure> begun();

  /** Tells everybody who knows the days by heart that this one closes now, or no longer. */
  void announce(Closure closure);
}
