package kafedra.contract.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The writer's transaction. It begins only when there is work and ends with it: the driver's own
 * {@code commit} takes the write lock again at once and holds it, and a view of the database that
 * grows old, for as long as nothing is to be written; and where that second step failed, it would
 * say of work that is on the disk that it is not. Pieces of it can be undone alone; their marks are
 * set without the driver's savepoints, which are named and formatted anew each time.
 */
final class Transaction {
  private final Connection connection;

  Transaction(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false); // or the driver tries to commit after each statement
    execute("COMMIT"); // what setAutoCommit has begun
  }

  void begin() throws SQLException {
    execute("BEGIN IMMEDIATE");
  }

  void commit() throws SQLException {
    execute("COMMIT");
  }

  /** A piece of work begins. */
  void beginPiece() throws SQLException {
    execute("SAVEPOINT piece");
  }

  void keepPiece() throws SQLException {
    execute("RELEASE piece");
  }

  /**
   * Keeps nothing of the piece.
   *
   * @throws SQLException if SQLite has ended the transaction by itself
   */
  void undoPiece() throws SQLException {
    execute("ROLLBACK TO piece");
    execute("RELEASE piece");
  }

  /** Ends the transaction, if SQLite has not done so already, and keeps nothing of it. */
  void abandon() {
    try {
      execute("ROLLBACK");
    } catch (SQLException over) {
      // there was none any more; what failed before is what is told
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
