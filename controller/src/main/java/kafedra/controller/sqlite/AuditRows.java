package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import kafedra.controller.access.AuditChain;

/** Writes the audit's chain, within whatever is committed together. For the writer's thread. */
final class AuditRows {
  private static final String LAST = "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1";
  private static final String INSERT = "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final WriterStatements statements;

  AuditRows(Connection connection, WriterStatements statements) {
    this.connection = connection;
    this.statements = statements;
  }

  void append(Instant at, String actor, String action, String subject, String detail)
      throws SQLException {
    AuditChain.Head head = AuditChain.Head.NONE;
    try (ResultSet last = statements.of(connection, LAST).executeQuery()) {
      if (last.next()) {
        head = new AuditChain.Head(last.getLong(1), last.getString(2));
      }
    }
    AuditChain.Link link = head.follow(at, actor, action, subject, detail);
    PreparedStatement insert = statements.of(connection, INSERT);
    insert.setLong(1, link.entry().number());
    insert.setLong(2, link.entry().at().toEpochMilli());
    insert.setString(3, actor);
    insert.setString(4, action);
    insert.setString(5, subject);
    insert.setString(6, detail);
    insert.setString(7, link.hash());
    insert.executeUpdate();
  }
}
