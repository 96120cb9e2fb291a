package kafedra.controller.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Purpose;
import kafedra.controller.usage.BookingFact;
import kafedra.controller.usage.Cut;
import kafedra.controller.usage.SessionFact;
import kafedra.controller.usage.UsageSource;
import org.jspecify.annotations.Nullable;

/**
 * What reports are made of, row by row out of SQLite: a year of a district is never in memory at
 * once.
 */
public final class SqliteUsageSource implements UsageSource {
  /** A session is not longer; bounds how far before a span its sessions may have begun. */
  private static final Duration LONGEST = Duration.ofHours(36);

  private static final String CLASS_OF_PERSON =
      """
      (SELECT m.group_id FROM group_member m JOIN learning_group g ON g.id = m.group_id
       WHERE m.person_id = %s AND g.kind = 'CLASS' LIMIT 1)
      """;

  private static final String SESSION =
      """
      SELECT s.lab, s.person, %s
        coalesce(s.started_at, s.ended_at - s.signed_in_ms) AS started, s.signed_in_ms, s.active_ms
      FROM session s %s
      """;

  private static final String NO_DOINGS = "NULL AS grp, NULL AS purpose,";
  private static final String DOINGS =
      "coalesce(b.grp, %s) AS grp, b.purpose,".formatted(CLASS_OF_PERSON.formatted("s.person"));

  static final String ROOM_SESSIONS = bothHalves(SESSION.formatted(NO_DOINGS, ""));
  static final String SESSIONS =
      bothHalves(SESSION.formatted(DOINGS, "LEFT JOIN booking b ON b.id = s.booking"));

  private static final String BOOKING =
      """
      SELECT b.lab, b.person, %s AS grp, b.purpose, b.starts, b.ends, b.checked_in_at,
        (SELECT count(*) FROM booking_seat t WHERE t.booking = b.key) AS seats
      FROM booking b
      WHERE b.school = ? AND b.status IN ('CONFIRMED', 'RELEASED') AND b.ends > ? AND b.starts < ?
      """;

  static final String ROOM_BOOKINGS = BOOKING.formatted("b.grp");
  static final String BOOKINGS =
      BOOKING.formatted("coalesce(b.grp, %s)".formatted(CLASS_OF_PERSON.formatted("b.person")));

  /** SQLite reads all sessions of the school, of all years, for an OR. */
  private static String bothHalves(String select) {
    return select
        + "WHERE s.school = ?1 AND s.started_at >= ?2 AND s.started_at < ?3 UNION ALL "
        + select
        + "WHERE s.school = ?1 AND s.started_at IS NULL AND s.ended_at >= ?2 AND s.ended_at < ?3";
  }

  private final SqliteReaders readers;

  public SqliteUsageSource(SqliteReaders readers) {
    this.readers = readers;
  }

  @Override
  public void sessions(SchoolId school, TimeSlot span, Cut by, Consumer<SessionFact> fact) {
    each(
        by.isOfRooms() ? ROOM_SESSIONS : SESSIONS,
        row -> fact.accept(session(row)),
        school.value(),
        span.start().minus(LONGEST).toEpochMilli(),
        span.end().toEpochMilli());
  }

  private static SessionFact session(ResultSet row) throws SQLException {
    return new SessionFact(
        orNull(row.getString("lab"), LabId::new),
        orNull(row.getString("person"), PersonId::new),
        orNull(row.getString("grp"), GroupId::new),
        orNull(row.getString("purpose"), Purpose::valueOf),
        Instant.ofEpochMilli(row.getLong("started")),
        Duration.ofMillis(row.getLong("signed_in_ms")),
        Duration.ofMillis(row.getLong("active_ms")));
  }

  @Override
  public void bookings(SchoolId school, TimeSlot span, Cut by, Consumer<BookingFact> fact) {
    each(
        by == Cut.GROUP ? BOOKINGS : ROOM_BOOKINGS,
        row -> fact.accept(booking(row)),
        school.value(),
        span.start().toEpochMilli(),
        span.end().toEpochMilli());
  }

  private static BookingFact booking(ResultSet row) throws SQLException {
    long checkedIn = row.getLong("checked_in_at");
    return new BookingFact(
        new LabId(row.getString("lab")),
        orNull(row.getString("person"), PersonId::new),
        orNull(row.getString("grp"), GroupId::new),
        Purpose.valueOf(row.getString("purpose")),
        new TimeSlot(
            Instant.ofEpochMilli(row.getLong("starts")), Instant.ofEpochMilli(row.getLong("ends"))),
        row.getInt("seats"),
        checkedIn == 0 ? null : Instant.ofEpochMilli(checkedIn));
  }

  @Override
  public List<Instant> refusals(SchoolId school, TimeSlot span) {
    return readers.read(db ->
        Rows.list(
            db,
            "SELECT at FROM demand_refused WHERE school = ? AND at >= ? AND at < ?",
            row -> Instant.ofEpochMilli(row.getLong(1)),
            school.value(),
            span.start().toEpochMilli(),
            span.end().toEpochMilli()));
  }

  @Override
  public List<OutOfService> outOfService(LabId lab, TimeSlot span) {
    List<OutOfService> found = new ArrayList<>();
    each(
        """
        SELECT workstation, max(at, ?2) AS begins, min(coalesce(until, ?3), ?3) AS ends FROM (
          SELECT c.workstation, c.at, c.condition,
            lead(c.at) OVER (PARTITION BY c.workstation ORDER BY c.at, c.number) AS until
          FROM seat_change c JOIN workstation w ON w.id = c.workstation
          WHERE w.lab_id = ?1 AND w.present = 1 AND c.at < ?3)
        WHERE condition = 'OUT_OF_SERVICE' AND coalesce(until, ?3) > ?2
        """,
        row -> {
          Instant begins = Instant.ofEpochMilli(row.getLong("begins"));
          Instant ends = Instant.ofEpochMilli(row.getLong("ends"));
          if (begins.isBefore(ends)) {
            found.add(
                new OutOfService(
                    new WorkstationId(row.getString("workstation")), new TimeSlot(begins, ends)));
          }
        },
        lab.value(),
        span.start().toEpochMilli(),
        span.end().toEpochMilli());
    return found;
  }

  private interface Each {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String sql, Each each, Object... parameters) {
    readers.read(db -> {
      try (PreparedStatement statement = db.prepareStatement(sql)) {
        Rows.bind(statement, parameters);
        try (ResultSet rows = statement.executeQuery()) {
          int count = 0;
          while (rows.next()) {
            each.take(rows);
            count++;
          }
          return count;
        }
      }
    });
  }

  private static <T> @Nullable T orNull(@Nullable String text, Function<String, T> type) {
    return text == null ? null : type.apply(text);
  }
}
