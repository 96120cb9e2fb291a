package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.access.AuditLog;

/**
 * The audit in SQLite: each entry's hash covers the one before, so that cutting or mending shows.
 */
public final class SqliteAuditLog implements AuditLog {
  private record Link(AuditRows.Entry entry, String hash) {}

  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final InstantSource clock;
  private final WriterStatements statements = new WriterStatements();

  public SqliteAuditLog(SqliteReaders readers, SqliteWriter writer, InstantSource clock) {
    this.readers = readers;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public void note(String actor, String action, String subject, String detail) {
    Instant at = clock.instant();
    writer.write(db -> {
      new AuditRows(db, statements).append(at, actor, action, subject, detail);
      return at;
    });
  }

  /** The number of the first entry that does not fit the chain; empty when all do. */
  public Optional<Long> firstBroken() {
    return readers.read(db -> {
      String before = AuditRows.START;
      long expected = 1;
      for (Link link : links(db)) {
        if (link.entry().number() != expected
            || !link.hash().equals(AuditRows.hash(before, link.entry()))) {
          return Optional.of(expected);
        }
        before = link.hash();
        expected++;
      }
      return Optional.empty();
    });
  }

  private static List<Link> links(Connection db) throws SQLException {
    return Rows.list(
        db,
        "SELECT * FROM audit ORDER BY number",
        row ->
            new Link(
                new AuditRows.Entry(
                    row.getLong("number"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getString("detail")),
                row.getString("hash")));
  }
}
