package kafedra.controller.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.FaultKind;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.fault.ReportedFault;
import kafedra.controller.fault.SeatFaults;

/** Reported faults in SQLite (041-help.sql); {@link SqliteRecordLog} writes them. */
public final class SqliteSeatFaults implements SeatFaults {
  private static final String OPEN =
      """
      SELECT workstation, kind, min(at) AS first, count(*) AS times FROM seat_fault
      WHERE fixed_at IS NULL GROUP BY workstation, kind ORDER BY first
      """;

  private final SqliteReaders readers;
  private final SqliteWriter writer;

  public SqliteSeatFaults(SqliteReaders readers, SqliteWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public Map<WorkstationId, List<ReportedFault>> open() {
    return readers.read(db ->
        Rows.list(
                db,
                OPEN,
                row ->
                    Map.entry(
                        new WorkstationId(row.getString("workstation")),
                        new ReportedFault(
                            FaultKind.valueOf(row.getString("kind")),
                            Instant.ofEpochMilli(row.getLong("first")),
                            row.getInt("times"))))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  @Override
  public int fixed(WorkstationId workstation, String by, Instant at) {
    return writer.write(db ->
        Rows.change(
            db,
            """
            UPDATE seat_fault SET fixed_at = ?, fixed_by = ?
            WHERE workstation = ? AND fixed_at IS NULL
            """,
            at.toEpochMilli(),
            by,
            workstation.value()));
  }
}
