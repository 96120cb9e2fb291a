package kafedra.controller.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kafedra.contract.sqlite.SqlWork;
import kafedra.contract.sqlite.StoreException;

/** Connections that only read, lent out one piece of work at a time. */
public final class PostgresReaders implements AutoCloseable {
  /** How long a piece of work waits for a connection. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HikariDataSource pool;

  /** Reads the row that the result stands on. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public PostgresReaders(PostgresAddress address, int count) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("schedule-readers");
    config.setDataSource(address.source("kafedra readers"));
    config.setMaximumPoolSize(count);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setReadOnly(true);
    pool = new HikariDataSource(config);
  }

  /**
   * Reads.
   *
   * @throws StoreException if the database failed or no connection came free in time
   */
  <T> T read(SqlWork<T> work) {
    try {
      return once(work);
    } catch (SQLException failed) {
      throw new StoreException("The schedule cannot be read: " + failed.getMessage(), failed);
    }
  }

  private <T> T once(SqlWork<T> work) throws SQLException {
    try (Connection reader = pool.getConnection()) {
      return work.run(reader);
    }
  }

  <T> List<T> list(String sql, Reader<T> reader, Object... parameters) {
    return read(connection -> {
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          query.setObject(i + 1, parameters[i]);
        }
        try (ResultSet rows = query.executeQuery()) {
          List<T> found = new ArrayList<>();
          while (rows.next()) {
            found.add(reader.read(rows));
          }
          return found;
        }
      }
    });
  }

  @Override
  public void close() {
    pool.close();
  }
}
