package kafedra.controller.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.DiskHealth;
import kafedra.contract.message.Feature;
import kafedra.contract.message.Health;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.controller.fleet.SeatHealthStore;
import kafedra.controller.fleet.SeatMachine;
import org.jspecify.annotations.Nullable;

/** Reports of agents in SQLite (012-fleet.sql); {@link SqliteRecordLog} writes them. */
public final class SqliteSeatHealthStore implements SeatHealthStore {
  private final SqliteReaders readers;

  public SqliteSeatHealthStore(SqliteReaders readers) {
    this.readers = readers;
  }

  /** Jumps from workstation to workstation instead of reading their history. */
  @Override
  public Map<WorkstationId, Checked> latest() {
    return readers.read(connection ->
        Rows.list(
                connection,
                """
                WITH RECURSIVE seat (id) AS (
                  SELECT min(workstation) FROM seat_check
                  UNION ALL
                  SELECT (SELECT min(workstation) FROM seat_check WHERE workstation > seat.id)
                  FROM seat WHERE seat.id IS NOT NULL)
                SELECT c.* FROM seat JOIN seat_check c ON c.workstation = seat.id
                  AND (c.at, c.number) = (
                    SELECT at, number FROM seat_check WHERE workstation = seat.id
                    ORDER BY at DESC, number DESC LIMIT 1)
                """,
                row -> Map.entry(new WorkstationId(row.getString("workstation")), checked(row)))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Map<WorkstationId, SeatMachine> machines() {
    return readers.read(connection ->
        Rows.list(
                connection,
                "SELECT * FROM seat_machine",
                row -> Map.entry(new WorkstationId(row.getString("workstation")), machine(row)))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static SeatMachine machine(ResultSet row) throws SQLException {
    String found = row.getString("found");
    String disk = row.getString("disk");
    int updates = row.getInt("updates");
    return new SeatMachine(
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("system"),
        row.getString("version"),
        found == null
            ? null
            : Arrays.stream(found.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Feature::valueOf)
                .toList(),
        disk == null ? null : DiskHealth.valueOf(disk),
        row.getObject("updates") == null ? null : updates,
        row.getString("address"));
  }

  @Override
  public Map<WorkstationId, Instant> tampered() {
    return readers.read(connection ->
        Rows.list(
                connection,
                "SELECT workstation, max(at) AS at FROM seat_tampered GROUP BY workstation",
                row ->
                    Map.entry(
                        new WorkstationId(row.getString("workstation")),
                        Instant.ofEpochMilli(row.getLong("at"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Checked checked(ResultSet row) throws SQLException {
    return new Checked(
        Instant.ofEpochMilli(row.getLong("at")),
        new Health(
            row.getInt("cpu_permille"),
            row.getInt("memory_used_mb"),
            row.getInt("memory_total_mb"),
            row.getInt("disk_free_mb"),
            row.getInt("disk_total_mb"),
            row.getInt("received_kbps"),
            row.getInt("sent_kbps"),
            celsius(row)));
  }

  private static @Nullable Integer celsius(ResultSet row) throws SQLException {
    int celsius = row.getInt("temperature_c");
    return row.wasNull() ? null : celsius;
  }
}
