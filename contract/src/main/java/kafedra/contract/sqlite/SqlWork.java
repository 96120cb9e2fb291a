package kafedra.contract.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something to do with a connection that is open for just as long. It must neither commit nor roll
 * back nor close it.
 */
@FunctionalInterface
public interface SqlWork<T> {
  T run(Connection connection) throws SQLException;
}
