package kafedra.kiosk.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import kafedra.contract.outbox.ClockCorrection;
import kafedra.contract.outbox.Outbox;
import kafedra.contract.time.BootId;

/** The one row about the start of the machine that the program runs in. */
final class BootRows {
  private BootRows() {}

  /**
   * @param next number of the next record
   */
  static Optional<Instant> enter(Connection connection, BootId boot, long next)
      throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            """
            INSERT INTO boot (only, id, first_record) VALUES (1, ?, ?)
            ON CONFLICT (only) DO UPDATE SET id = excluded.id,
              first_record = excluded.first_record, started_at = NULL WHERE id <> excluded.id
            """)) {
      row.setString(1, boot.value());
      row.setLong(2, next);
      row.executeUpdate();
    }
    try (PreparedStatement query = connection.prepareStatement("SELECT started_at FROM boot");
        ResultSet row = query.executeQuery()) {
      row.next();
      long at = row.getLong(1);
      return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
  }

  static void dated(Connection connection, Outbox outbox, BootId boot, Instant at)
      throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            "UPDATE boot SET started_at = ? WHERE id = ? RETURNING first_record")) {
      row.setLong(1, at.toEpochMilli());
      row.setString(2, boot.value());
      try (ResultSet first = row.executeQuery()) {
        if (first.next()) {
          int _ = outbox.retell(connection, first.getLong(1), new ClockCorrection(at));
        }
      }
    }
  }
}
