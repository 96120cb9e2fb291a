package kafedra.controller.sqlite;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.ClosureId;
import kafedra.controller.calendar.Closure;
import kafedra.controller.closing.ClearanceLog;
import kafedra.controller.closing.ClosureRecord;
import kafedra.controller.closing.ClosureStore;

/**
 * Closures whose bookings are kept in another store: what was done to the bookings is committed
 * there, with them, and taken from there before a closure is looked at. So a program that ends
 * between the two finds at its next start what it did.
 */
public final class ClosuresBesideBookings implements ClosureStore {
  private final SqliteClosureStore closures;
  private final ClearanceLog log;

  public ClosuresBesideBookings(SqliteClosureStore closures, ClearanceLog log) {
    this.closures = closures;
    this.log = log;
  }

  private void take(List<ClosureId> ids) {
    if (!ids.isEmpty()) {
      log.of(ids).forEach(closures::settle);
    }
  }

  private void takeBegun() {
    take(closures.begun().stream().map(Closure::id).toList());
  }

  @Override
  public ClosureRecord begin(Closure closure) {
    return closures.begin(closure);
  }

  @Override
  public Optional<ClosureRecord> find(ClosureId id) {
    take(List.of(id));
    return closures.find(id);
  }

  @Override
  public List<ClosureRecord> endingFrom(LocalDate day) {
    takeBegun();
    return closures.endingFrom(day);
  }

  @Override
  public List<Closure> begun() {
    takeBegun();
    return closures.begun();
  }

  @Override
  public void announce(Closure closure) {
    take(List.of(closure.id()));
    closures.announce(closure);
  }
}
