package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.booking.Clearance;
import kafedra.controller.calendar.Closure;
import kafedra.controller.closing.ClosureRecord;
import kafedra.controller.closing.ClosureStore;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.RosterChanges;
import kafedra.controller.roster.School;

/** Closures in SQLite (020-calendar.sql). */
public final class SqliteClosureStore implements ClosureStore {
  private static final String FIND = "SELECT * FROM closure WHERE id = ?";

  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final Roster roster;
  private final RosterChanges changes;

  public SqliteClosureStore(
      SqliteReaders readers, SqliteWriter writer, Roster roster, RosterChanges changes) {
    this.readers = readers;
    this.writer = writer;
    this.roster = roster;
    this.changes = changes;
  }

  @Override
  public ClosureRecord begin(Closure closure) {
    return writer.write(db -> {
      ClosureRows.begin(db, closure);
      return find(db, closure.id()).orElseThrow();
    });
  }

  private static Optional<ClosureRecord> find(Connection db, ClosureId id) throws SQLException {
    return Rows.find(db, FIND, row -> ClosureRows.record(db, row), id.value());
  }

  @Override
  public Optional<ClosureRecord> find(ClosureId id) {
    return readers.read(db -> find(db, id));
  }

  @Override
  public List<ClosureRecord> endingFrom(LocalDate day) {
    return readers.read(db ->
        Rows.list(
            db,
            "SELECT * FROM closure WHERE last >= ? ORDER BY first DESC, made_at DESC, id",
            row -> ClosureRows.record(db, row),
            day.toString()));
  }

  @Override
  public List<Closure> begun() {
    return readers.read(db ->
        Rows.list(
            db,
            "SELECT * FROM closure WHERE state = 'BEGUN' ORDER BY made_at, id",
            ClosureRows::closure));
  }

  /** Writes what was done to bookings that are kept elsewhere, unless it was written before. */
  public void settle(Clearance clearance) {
    int _ =
        writer.write(db -> {
          boolean next =
              find(db, clearance.closure())
                  .filter(it -> ClosureRows.before(clearance.step()) == it.state())
                  .isPresent();
          if (next) {
            ClosureRows.settle(db, clearance);
          }
          return clearance.entries().size();
        });
  }

  @Override
  public void announce(Closure closure) {
    changes.announce(
        switch (closure.scope()) {
          case Closure.OfSchool one -> Set.of(one.school());
          case Closure.OfLab one ->
              roster.premises().lab(one.lab()).map(Lab::school).map(Set::of).orElse(Set.of());
          case Closure.OfDistrict all -> schools();
        });
  }

  private Set<SchoolId> schools() {
    return roster.premises().schools().stream().map(School::id).collect(Collectors.toSet());
  }
}
