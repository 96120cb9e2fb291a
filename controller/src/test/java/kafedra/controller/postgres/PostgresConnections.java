package kafedra.controller.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Connections for tests that look past the store. */
public final class PostgresConnections {
  private PostgresConnections() {}

  public static Connection open(PostgresAddress address) throws SQLException {
    return address.source("kafedra test").getConnection();
  }
}
