package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import kafedra.controller.intake.RecordLog;
import kafedra.controller.intake.SetAside;

/** Keeps what could not be used, within bounds, and counts all of it. */
final class AsideRows {
  private final Connection connection;
  private final Map<String, Long> counts = new HashMap<>();
  private int kept;

  AsideRows(Connection connection) {
    this.connection = connection;
  }

  void add(SetAside aside) throws SQLException {
    counts.merge(aside.fault(), 1L, Long::sum);
    if (kept == RecordLog.ASIDE_PER_DELIVERY) {
      return;
    }
    kept++;
    Rows.change(
        connection,
        """
        INSERT INTO set_aside (at, source, fault, detail, length, payload)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        aside.at().toEpochMilli(),
        aside.source(),
        aside.fault(),
        aside.detail(),
        aside.length(),
        aside.payload());
  }

  /** Writes the counts and lets go of the oldest. */
  void write() throws SQLException {
    for (Map.Entry<String, Long> each : counts.entrySet()) {
      Rows.change(
          connection,
          """
          INSERT INTO set_aside_count (fault, count) VALUES (?, ?)
          ON CONFLICT (fault) DO UPDATE SET count = count + excluded.count
          """,
          each.getKey(),
          each.getValue());
    }
    if (kept > 0) {
      Rows.change(
          connection,
          "DELETE FROM set_aside WHERE id <= (SELECT max(id) FROM set_aside) - ?",
          RecordLog.ASIDE_KEPT);
    }
  }

  Map<String, Long> counts() {
    return counts;
  }
}
