package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Running;
import kafedra.controller.booking.Clearance;
import kafedra.controller.booking.Clearance.Entry;
import kafedra.controller.booking.Clearance.Fate;
import kafedra.controller.booking.Clearance.Loss;
import kafedra.controller.calendar.Closure;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.closing.ClosureRecord;
import org.jspecify.annotations.Nullable;

/** Closures as rows of 020-calendar.sql. */
final class ClosureRows {
  private ClosureRows() {}

  /**
   * A closure and whom it concerns.
   *
   * @param school null for the whole district
   */
  record OwnClosure(Closure closure, @Nullable SchoolId school) {
    boolean concerns(SchoolId one) {
      return school == null || school.equals(one);
    }
  }

  /** Closures because of which nothing can be booked, the oldest first. */
  static List<OwnClosure> standing(Connection db) throws SQLException {
    return Rows.list(
        db,
        """
        SELECT c.*, CASE c.scope WHEN 'SCHOOL' THEN c.subject WHEN 'LAB' THEN b.school_id END AS school
        FROM closure c LEFT JOIN lab l ON c.scope = 'LAB' AND l.id = c.subject
          LEFT JOIN building b ON b.id = l.building_id
        WHERE c.state IN ('BEGUN', 'CLOSED') ORDER BY c.made_at, c.id
        """,
        row ->
            new OwnClosure(
                closure(row),
                Optional.ofNullable(row.getString("school")).map(SchoolId::new).orElse(null)));
  }

  static ClosureRecord record(Connection db, ResultSet row) throws SQLException {
    long undoneAt = row.getLong("undone_at");
    return new ClosureRecord(
        closure(row),
        ClosureRecord.State.valueOf(row.getString("state")),
        row.getString("undone_by"),
        undoneAt == 0 ? null : Instant.ofEpochMilli(undoneAt),
        Rows.list(
            db,
            """
            SELECT c.* FROM closure_booking c LEFT JOIN booking b ON b.id = c.booking
            WHERE c.closure = ? ORDER BY b.starts, b.lab, c.booking
            """,
            ClosureRows::entry,
            row.getString("id")));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String why = row.getString("why");
    return new Entry(
        new BookingId(row.getString("booking")),
        row.getInt("version"),
        Fate.valueOf(row.getString("fate")),
        why.isEmpty() ? Optional.empty() : Optional.of(Loss.valueOf(why)));
  }

  /** Writes a closure as begun, unless there is one of its id. */
  static void begin(Connection db, Closure closure) throws SQLException {
    String scope =
        switch (closure.scope()) {
          case Closure.OfLab lab -> "LAB";
          case Closure.OfSchool school -> "SCHOOL";
          case Closure.OfDistrict district -> "DISTRICT";
        };
    String subject =
        switch (closure.scope()) {
          case Closure.OfLab one -> one.lab().value();
          case Closure.OfSchool one -> one.school().value();
          case Closure.OfDistrict all -> "";
        };
    Rows.change(
        db,
        """
        INSERT INTO closure
          (id, scope, subject, first, last, reason, note, running, made_by, made_at, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'BEGUN') ON CONFLICT (id) DO NOTHING
        """,
        closure.id().value(),
        scope,
        subject,
        closure.days().first().toString(),
        closure.days().last().toString(),
        closure.reason().name(),
        closure.note(),
        closure.running().name(),
        closure.madeBy(),
        closure.madeAt().toEpochMilli());
  }

  /** Writes what a step did; the step before must be the last. */
  static void settle(Connection db, Clearance it) throws SQLException {
    boolean closed = it.step() == Clearance.Step.CLOSED;
    int changed =
        Rows.change(
            db,
            """
            UPDATE closure SET state = ?, undone_by = ?, undone_at = ? WHERE id = ? AND state = ?
            """,
            it.step().name(),
            closed ? null : it.by(),
            closed ? null : it.at().toEpochMilli(),
            it.closure().value(),
            before(it.step()).name());
    if (changed != 1) {
      throw new IllegalStateException(
          "closure " + it.closure() + " cannot become " + it.step() + "; nothing was changed");
    }
    for (Entry entry : it.entries()) {
      settle(db, it.closure(), entry);
    }
    for (Clearance.Handed handed : it.handed()) {
      settle(db, handed.to(), handed.entry());
    }
  }

  private static void settle(Connection db, ClosureId closure, Entry entry) throws SQLException {
    Rows.change(
        db,
        """
        INSERT INTO closure_booking VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (closure, booking) DO UPDATE
          SET version = excluded.version, fate = excluded.fate, why = excluded.why
        """,
        closure.value(),
        entry.booking().value(),
        entry.version(),
        entry.fate().name(),
        entry.why().map(Enum::name).orElse(""));
  }

  /** The state that the step starts from. */
  static ClosureRecord.State before(Clearance.Step step) {
    return step == Clearance.Step.CLOSED ? ClosureRecord.State.BEGUN : ClosureRecord.State.CLOSED;
  }

  static Closure closure(ResultSet row) throws SQLException {
    String subject = row.getString("subject");
    return new Closure(
        new ClosureId(row.getString("id")),
        switch (row.getString("scope")) {
          case "LAB" -> new Closure.OfLab(new LabId(subject));
          case "SCHOOL" -> new Closure.OfSchool(new SchoolId(subject));
          default -> new Closure.OfDistrict();
        },
        PlanRows.days(row),
        DayPlan.Reason.valueOf(row.getString("reason")),
        row.getString("note"),
        Running.valueOf(row.getString("running")),
        row.getString("made_by"),
        Instant.ofEpochMilli(row.getLong("made_at")));
  }
}
