package kafedra.controller.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one array for each column, which is how many rows travel in one round trip whatever their
 * number. Values travel as text and are cast by the statement.
 *
 * @param columns what a column holds of a row
 */
record Columns<T>(List<Function<T, @Nullable Object>> columns) {
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  static <T> Columns<T> of(Function<T, @Nullable Object>... columns) {
    return new Columns<>(List.of(columns));
  }

  /** Sets the parameters from {@code first} on, and returns the number of the next. */
  int set(PreparedStatement statement, int first, List<T> rows) throws SQLException {
    Connection connection = statement.getConnection();
    int parameter = first;
    for (Function<T, @Nullable Object> column : columns) {
      @Nullable String[] values = new @Nullable String[rows.size()];
      for (int row = 0; row < values.length; row++) {
        Object value = column.apply(rows.get(row));
        values[row] = value == null ? null : value.toString();
      }
      statement.setArray(parameter++, connection.createArrayOf("text", values));
    }
    return parameter;
  }
}
