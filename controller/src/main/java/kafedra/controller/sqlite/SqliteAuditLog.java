package kafedra.controller.sqlite;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.access.AuditChain;
import kafedra.controller.access.AuditLog;
import kafedra.controller.sql.ChainRows;
import kafedra.controller.sql.Times;

/**
 * The audit in SQLite: each entry's hash covers the one before, so that cutting or mending shows.
 */
public final class SqliteAuditLog implements AuditLog {
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
    return readers.read(db ->
        AuditChain.firstBroken(
            Rows.list(db, ChainRows.ALL, row -> ChainRows.link(row, Times.MILLIS))));
  }
}
