package kafedra.controller.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.ClosureId;
import kafedra.controller.booking.Clearance;
import kafedra.controller.closing.ClearanceLog;

/** What closures did to bookings in PostgreSQL; {@link Ledger} writes it. */
public final class PostgresClearanceLog implements ClearanceLog {
  private final PostgresReaders readers;

  public PostgresClearanceLog(PostgresReaders readers) {
    this.readers = readers;
  }

  @Override
  public List<Clearance> of(Collection<ClosureId> closures) {
    return readers.list(
        "SELECT * FROM clearance WHERE closure = ANY (?) ORDER BY at, step",
        this::clearance,
        (Object) closures.stream().map(ClosureId::value).toArray(String[]::new));
  }

  private record Line(Clearance.Entry entry, Optional<ClosureId> heir) {
    static Line of(ResultSet row) throws SQLException {
      return new Line(
          PostgresClearanceLog.entry(row),
          Optional.ofNullable(row.getString("heir")).map(ClosureId::new));
    }
  }

  private Clearance clearance(ResultSet row) throws SQLException {
    String closure = row.getString("closure");
    String step = row.getString("step");
    List<Line> lines =
        readers.list(
            "SELECT * FROM clearance_booking WHERE closure = ? AND step = ? ORDER BY place",
            Line::of,
            closure,
            step);
    return new Clearance(
        new ClosureId(closure),
        Clearance.Step.valueOf(step),
        row.getString("by"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        lines.stream().filter(it -> it.heir().isEmpty()).map(Line::entry).toList(),
        lines.stream()
            .flatMap(it -> it.heir().map(to -> new Clearance.Handed(to, it.entry())).stream())
            .toList());
  }

  private static Clearance.Entry entry(ResultSet row) throws SQLException {
    String why = row.getString("why");
    return new Clearance.Entry(
        new BookingId(row.getString("booking")),
        row.getInt("version"),
        Clearance.Fate.valueOf(row.getString("fate")),
        why.isEmpty() ? Optional.empty() : Optional.of(Clearance.Loss.valueOf(why)));
  }
}
