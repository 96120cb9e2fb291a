package kafedra.controller.sqlite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import kafedra.contract.time.Millis;

/** Writes the audit's chain, within whatever is committed together. For the writer's thread. */
final class AuditRows {
  /** What the first entry follows. */
  static final String START = "0".repeat(64);

  private static final String LAST = "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1";
  private static final String INSERT = "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)";

  /** One entry of the chain, without its hash. */
  record Entry(
      long number, Instant at, String actor, String action, String subject, String detail) {}

  private final Connection connection;
  private final WriterStatements statements;

  AuditRows(Connection connection, WriterStatements statements) {
    this.connection = connection;
    this.statements = statements;
  }

  void append(Instant at, String actor, String action, String subject, String detail)
      throws SQLException {
    long number = 1;
    String before = START;
    try (ResultSet last = statements.of(connection, LAST).executeQuery()) {
      if (last.next()) {
        number = last.getLong(1) + 1;
        before = last.getString(2);
      }
    }
    Entry entry = new Entry(number, Millis.of(at), actor, action, subject, detail);
    PreparedStatement insert = statements.of(connection, INSERT);
    insert.setLong(1, number);
    insert.setLong(2, entry.at().toEpochMilli());
    insert.setString(3, actor);
    insert.setString(4, action);
    insert.setString(5, subject);
    insert.setString(6, detail);
    insert.setString(7, hash(before, entry));
    insert.executeUpdate();
  }

  /** SHA-256 over the hash before and the entry. */
  static String hash(String before, Entry entry) {
    String text =
        String.join(
            "\u0000",
            before,
            Long.toString(entry.number()),
            Long.toString(entry.at().toEpochMilli()),
            entry.actor(),
            entry.action(),
            entry.subject(),
            entry.detail());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
