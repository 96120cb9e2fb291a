package kafedra.controller.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.controller.session.Session;
import kafedra.controller.session.Sessions;
import kafedra.controller.sql.Times;
import org.jspecify.annotations.Nullable;

/** Sessions in SQLite (011-session.sql); {@link SqliteRecordLog} writes them. */
public final class SqliteSessions implements Sessions {
  private final SqliteReaders readers;

  public SqliteSessions(SqliteReaders readers) {
    this.readers = readers;
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return readers.read(connection ->
        Rows.find(
            connection, "SELECT * FROM session WHERE id = ?", SqliteSessions::session, id.value()));
  }

  @Override
  public Map<SessionId, Instant> starts(Collection<SessionId> ids) {
    return readers.read(connection ->
        Rows.list(
                connection,
                """
                SELECT id, started_at FROM session
                WHERE id IN (SELECT value FROM json_each(?)) AND started_at IS NOT NULL
                """,
                row ->
                    Map.entry(
                        new SessionId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))),
                RosterRows.array(ids))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public List<Session> doubled(Instant now) {
    return readers.read(connection ->
        Rows.list(
            connection,
            """
            SELECT * FROM session AS one
            WHERE ended_at IS NULL AND person IS NOT NULL AND planned_end > ?1
              AND clock = 'TRUSTED'
              AND EXISTS (
                SELECT 1 FROM session AS other
                WHERE other.ended_at IS NULL AND other.person = one.person
                  AND other.kiosk <> one.kiosk AND other.planned_end > ?1
                  AND other.clock = 'TRUSTED')
            ORDER BY person, started_at DESC, id
            """,
            SqliteSessions::session,
            now.toEpochMilli()));
  }

  @Override
  public List<Session> ofPerson(PersonId person, int most) {
    return readers.read(connection ->
        Rows.list(
            connection,
            "SELECT * FROM session WHERE person = ? ORDER BY started_at DESC LIMIT ?",
            SqliteSessions::session,
            person.value(),
            most));
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        new SessionId(row.getString("id")),
        new KioskId(row.getString("kiosk")),
        of(row.getString("workstation"), WorkstationId::new),
        of(row.getString("person"), PersonId::new),
        of(row.getString("booking"), BookingId::new),
        Times.MILLIS.atOrNull(row, "started_at"),
        Times.MILLIS.atOrNull(row, "planned_end"),
        Times.MILLIS.atOrNull(row, "ended_at"),
        of(row.getString("reason"), EndReason::valueOf),
        Duration.ofMillis(row.getLong("signed_in_ms")),
        Duration.ofMillis(row.getLong("active_ms")));
  }

  private static <T> @Nullable T of(@Nullable String text, Function<String, T> reader) {
    return text == null ? null : reader.apply(text);
  }
}
