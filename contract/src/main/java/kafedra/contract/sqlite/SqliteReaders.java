package kafedra.contract.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A fixed number of read-only connections, lent out one piece of work at a time. WAL readers never
 * wait for the writer.
 */
public final class SqliteReaders implements AutoCloseable {
  /** How long a piece of work waits for a connection. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<Connection> all = new ArrayList<>();
  private final BlockingQueue<Connection> idle;
  private final SqliteFile file;

  public SqliteReaders(SqliteFile file, int count) {
    this.file = file;
    idle = new ArrayBlockingQueue<>(count);
    try {
      for (int i = 0; i < count; i++) {
        Connection reader = file.openReader();
        all.add(reader);
        idle.add(reader);
      }
    } catch (SQLException failed) {
      close();
      throw new StoreException("Cannot open " + file.path() + " for reading.", failed);
    }
  }

  /**
   * Reads.
   *
   * @throws StoreException if the database failed or no connection came free in time
   */
  public <T> T read(SqlWork<T> work) {
    Connection reader;
    try {
      reader = idle.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while waiting to read.", interrupted);
    }
    if (reader == null) {
      throw new StoreException("All " + all.size() + " readers are busy. Try again.");
    }
    try {
      return work.run(reader);
    } catch (SQLException failed) {
      file.failed(failed);
      throw new StoreException("Cannot read: " + failed.getMessage(), failed);
    } finally {
      idle.add(reader);
    }
  }

  @Override
  public void close() {
    for (Connection reader : all) {
      try {
        reader.close();
      } catch (SQLException ignored) {
        // a reader holds nothing that could be lost
      }
    }
  }
}
