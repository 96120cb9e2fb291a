package kafedra.controller.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kafedra.contract.sqlite.StoreException;

/**
 * The schema in the order in which it grew. Each file runs once, whichever controller comes first;
 * a published one never changes.
 */
final class Migrations {
  private static final List<String> ALL = List.of("001-schedule.sql", "002-audit-timetable.sql");

  /** Controllers that start at once migrate one after the other. */
  private static final long LOCK = 0x6b61666564726101L;

  private Migrations() {}

  /**
   * Brings the database to the newest schema.
   *
   * @throws StoreException if it is newer than this program
   */
  static void run(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      lock(statement);
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS kafedra_schema (
            number integer PRIMARY KEY, file text NOT NULL, at timestamptz NOT NULL DEFAULT now())
          """);
      int done = done(statement);
      if (done > ALL.size()) {
        throw new StoreException(
            "The schedule's database has schema "
                + done
                + ", which is newer than this program's "
                + ALL.size()
                + ". Nothing was changed. Maybe another controller was brought up to date first.");
      }
      for (int next = done; next < ALL.size(); next++) {
        statement.execute(text(ALL.get(next)));
        statement.executeUpdate(
            "INSERT INTO kafedra_schema (number, file) VALUES (%d, '%s')"
                .formatted(next + 1, ALL.get(next)));
      }
      takeOver(statement);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Keeps controllers from starting until the transaction's end. */
  static void lock(Statement statement) throws SQLException {
    statement.execute("SET LOCAL lock_timeout = 0");
    statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
  }

  private static int done(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT coalesce(max(number), 0) FROM kafedra_schema")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** In a database that was restored elsewhere, numbers of transactions begin anew. */
  private static void takeOver(Statement statement) throws SQLException {
    statement.executeUpdate(
        """
        UPDATE booking SET changed_in = changed_in
        WHERE changed_in >= pg_snapshot_xmax(pg_current_snapshot())
        """);
  }

  private static String text(String file) {
    try (InputStream in = Migrations.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("migration " + file + " is missing in this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read migration " + file, broken);
    }
  }
}
