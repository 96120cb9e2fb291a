package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.calendar.Closure;
import kafedra.controller.calendar.DayPlan;
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

  static Closure closure(ResultSet row) throws SQLException {
    String subject = row.getString("subject");
    return new Closure(
        row.getString("id"),
        switch (row.getString("scope")) {
          case "LAB" -> new Closure.OfLab(new LabId(subject));
          case "SCHOOL" -> new Closure.OfSchool(new SchoolId(subject));
          default -> new Closure.OfDistrict();
        },
        PlanRows.days(row),
        DayPlan.Reason.valueOf(row.getString("reason")),
        row.getString("note"),
        row.getString("made_by"),
        Instant.ofEpochMilli(row.getLong("made_at")));
  }
}
