package kafedra.controller.postgres;

import java.util.Optional;
import kafedra.controller.access.AuditChain;
import kafedra.controller.sql.ChainRows;
import kafedra.controller.sql.Times;

/** The audit's part that is kept with the bookings; {@link Ledger} writes it. */
public final class PostgresAudit {
  private final PostgresReaders readers;

  public PostgresAudit(PostgresReaders readers) {
    this.readers = readers;
  }

  /** The number of the first entry that does not fit the chain; empty when all do. */
  public Optional<Long> firstBroken() {
    return AuditChain.firstBroken(
        readers.list(ChainRows.ALL, row -> ChainRows.link(row, Times.TIMESTAMPTZ)));
  }
}
