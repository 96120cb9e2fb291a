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
    if (known == null || !isUsable(known)) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  /** Not after a full or failing disk: the driver lets go of a statement that met with one. */
  private static boolean isUsable(PreparedStatement statement) {
    try {
      statement.clearParameters();
      return true;
    } catch (SQLException letGo) {
      return false;
    }
  }
}
