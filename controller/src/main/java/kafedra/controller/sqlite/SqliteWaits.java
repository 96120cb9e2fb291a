package kafedra.controller.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.TicketFate;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.queue.Wait;
import kafedra.controller.queue.Waits;
import org.jspecify.annotations.Nullable;

/** Waits in SQLite (022-queue.sql); {@link SqliteRecordLog} writes them. */
public final class SqliteWaits implements Waits {
  private final SqliteReaders readers;

  public SqliteWaits(SqliteReaders readers) {
    this.readers = readers;
  }

  @Override
  public List<Wait> drawn(Collection<SchoolId> schools, TimeSlot within) {
    return readers.read(connection ->
        Rows.list(
            connection,
            """
            SELECT lab, drawn_at, stated_ms, waited_ms, fate FROM queue_wait
            WHERE school IN (SELECT value FROM json_each(?)) AND drawn_at >= ? AND drawn_at < ?
            """,
            SqliteWaits::wait,
            RosterRows.array(schools),
            within.start().toEpochMilli(),
            within.end().toEpochMilli()));
  }

  private static Wait wait(ResultSet row) throws SQLException {
    String lab = row.getString("lab");
    return new Wait(
        lab == null ? null : new LabId(lab),
        Instant.ofEpochMilli(row.getLong("drawn_at")),
        length(row, "stated_ms"),
        length(row, "waited_ms"),
        TicketFate.valueOf(row.getString("fate")));
  }

  private static @Nullable Duration length(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Duration.ofMillis(millis);
  }
}
