package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.StoreException;
import kafedra.controller.intake.Committed;
import kafedra.controller.intake.Delivery;
import kafedra.controller.intake.RecordLog;
import kafedra.controller.intake.UnkeepableException;
import kafedra.controller.roster.Roster;

/**
 * The records of all kiosks in SQLite: positions and rows of a delivery stand or fall in one
 * transaction.
 */
public final class SqliteRecordLog implements RecordLog {
  private static final int PRIMARY = 0xff;
  private static final int SQLITE_TOOBIG = 18;
  private static final int SQLITE_CONSTRAINT = 19;
  private static final int SQLITE_MISMATCH = 20;

  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final Roster roster;
  private final InstantSource clock;
  private final WriterStatements statements = new WriterStatements();

  public SqliteRecordLog(
      SqliteReaders readers, SqliteWriter writer, Roster roster, InstantSource clock) {
    this.readers = readers;
    this.writer = writer;
    this.roster = roster;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Committed> commit(Delivery delivery) {
    return writer.submit(connection -> take(connection, delivery));
  }

  private Committed take(Connection connection, Delivery delivery) throws SQLException {
    try {
      return taking(connection).take(delivery);
    } catch (SQLException failed) {
      if (isOfTheContent(failed)) {
        throw new UnkeepableException(String.valueOf(failed.getMessage()), failed);
      }
      throw failed;
    } catch (StoreException failed) {
      if (failed.getCause() instanceof SQLException inner && isOfTheContent(inner)) {
        throw new UnkeepableException(String.valueOf(failed.getMessage()), failed);
      }
      throw failed;
    } catch (RuntimeException fault) {
      // a value that nobody foresaw; the writer undoes the delivery
      throw new UnkeepableException(fault.toString(), fault);
    }
  }

  private static boolean isOfTheContent(SQLException failed) {
    return switch (failed.getErrorCode() & PRIMARY) {
      case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG -> true;
      default -> false;
    };
  }

  private RecordTaking taking(Connection connection) {
    return new RecordTaking(connection, statements, roster.premises(), clock.instant());
  }

  @Override
  public Map<String, Long> setAside() {
    return readers.read(connection ->
        Rows.list(
                connection,
                "SELECT fault, count FROM set_aside_count",
                row -> Map.entry(row.getString(1), row.getLong(2)))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
