package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements with parameters by position, and their rows. */
final class Rows {
  /** Reads the row that the result stands on. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Rows() {}

  static <T> List<T> list(
      Connection db, String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      }
    }
  }

  static <T> Optional<T> find(
      Connection db, String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    List<T> found = list(db, sql, reader, parameters);
    if (found.size() > 1) {
      throw new IllegalStateException(found.size() + " rows where at most one was meant: " + sql);
    }
    return found.stream().findFirst();
  }

  /** How many rows were touched. */
  static int change(Connection db, String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
