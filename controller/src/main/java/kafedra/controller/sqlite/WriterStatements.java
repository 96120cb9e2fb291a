package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements of the one writing connection, prepared once: preparing costs about as much as running
 * a small one. For the writer's thread only.
 */
final class WriterStatements {
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private @Nullable Connection of;

  /** The statement, without leftovers of a piece of work that failed. The connection closes it. */
  @SuppressWarnings("ReferenceEquality") // another connection, whatever it may equal
  PreparedStatement of(Connection connection, String sql) throws SQLException {
    if (of != connection) {
      prepared.clear();
      of = connection;
    }
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }
}
