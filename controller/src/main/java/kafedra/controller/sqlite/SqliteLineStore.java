package kafedra.controller.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kafedra.contract.id.BuildingId;
import kafedra.contract.message.LineMethod;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.fleet.LineStore;
import kafedra.controller.fleet.LineWindow;
import org.jspecify.annotations.Nullable;

/** Lines in SQLite (012-fleet.sql); {@link SqliteRecordLog} writes them. */
public final class SqliteLineStore implements LineStore {
  private final SqliteReaders readers;

  public SqliteLineStore(SqliteReaders readers) {
    this.readers = readers;
  }

  @Override
  public Optional<LineWindow> latest(BuildingId building) {
    return readers.read(connection ->
        Rows.find(
            connection,
            "SELECT * FROM line_window WHERE building = ? ORDER BY at DESC, number DESC LIMIT 1",
            SqliteLineStore::window,
            building.value()));
  }

  @Override
  public List<LineWindow> within(BuildingId building, TimeSlot range, int most) {
    return readers
        .read(connection ->
            Rows.list(
                connection,
                """
                SELECT * FROM line_window WHERE building = ? AND at >= ? AND at < ?
                ORDER BY at DESC, number DESC LIMIT ?
                """,
                SqliteLineStore::window,
                building.value(),
                range.start().toEpochMilli(),
                range.end().toEpochMilli(),
                most))
        .reversed();
  }

  @Override
  public Compliance compliance(BuildingId building, Instant since, int criterionKbps) {
    return readers.read(connection ->
        Rows.list(
                connection,
                """
                SELECT count(*), coalesce(sum(peak_down_kbps >= ?1), 0) FROM line_window
                WHERE building = ?2 AND at >= ?3
                  AND (method <> 'LOWER_BOUND' OR peak_down_kbps >= ?1)
                """,
                row -> new Compliance(row.getInt(1), row.getInt(2)),
                criterionKbps,
                building.value(),
                since.toEpochMilli())
            .getFirst());
  }

  @Override
  public Map<LineMethod, Integer> best(BuildingId building, Instant since) {
    return readers.read(connection ->
        Rows.list(
                connection,
                """
                SELECT method, max(peak_down_kbps) FROM line_window
                WHERE building = ? AND at >= ? GROUP BY method
                """,
                row -> Map.entry(LineMethod.valueOf(row.getString(1)), row.getInt(2)),
                building.value(),
                since.toEpochMilli())
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static LineWindow window(ResultSet row) throws SQLException {
    return new LineWindow(
        Instant.ofEpochMilli(row.getLong("at")),
        Duration.ofMillis(row.getLong("window_ms")),
        LineMethod.valueOf(row.getString("method")),
        row.getInt("down_kbps"),
        row.getInt("up_kbps"),
        row.getInt("peak_down_kbps"),
        roundTrip(row));
  }

  private static @Nullable Duration roundTrip(ResultSet row) throws SQLException {
    long millis = row.getLong("round_trip_ms");
    return row.wasNull() ? null : Duration.ofMillis(millis);
  }
}
