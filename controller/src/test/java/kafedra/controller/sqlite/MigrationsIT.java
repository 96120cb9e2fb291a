package kafedra.controller.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stood in the database before the schedule got its own tables is there afterwards. */
class MigrationsIT {
  private static final List<String> BEFORE_THE_SCHEDULE = Migrations.ALL.subList(0, 7);

  @TempDir private Path folder;

  private SqliteFile open(List<String> migrations) {
    return SqliteFile.open(folder.resolve("controller.db"), Migrations.class, migrations);
  }

  private static int fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(
              """
              INSERT INTO booking (key, id, person, school, building, lab, starts, ends, purpose,
                                   label, status, version, wish, made_by, made_at)
              VALUES (1, 'b-1', 'p1', 's1', 'b1', 'l1', 1764000000000, 1764002700000, 'LESSON', '',
                      'CONFIRMED', 3, 'w', 'lib', 1)
              """)
          + statement.executeUpdate(
              """
              INSERT INTO booking_seat VALUES (1, 0, 'w1', 'l1', 1764000000000, 1764002700000, 1)
              """)
          + statement.executeUpdate(
              """
              INSERT INTO command (id, kiosk, school, action, issued_by, issued_at, expires_at, state)
              VALUES ('c-1', 'k1', 's1', 'END', 'lib', 1, 2, 'DONE')
              """);
    }
  }

  @Test
  void keepWhatWasThere() {
    assertThat(BEFORE_THE_SCHEDULE).endsWith("014-usage.sql");
    try (SqliteFile before = open(BEFORE_THE_SCHEDULE);
        SqliteWriter writer = new SqliteWriter(before, "test-writer")) {
      int rows = writer.write(MigrationsIT::fill);
      assertThat(rows).isEqualTo(3);
    }
    try (SqliteFile after = open(Migrations.ALL);
        SqliteReaders readers = new SqliteReaders(after, 1)) {
      assertThat(
              readers.<List<String>>read(connection ->
                  Rows.list(
                      connection,
                      """
                      SELECT b.id || ' ' || b.status || ' ' || b.version || ' ' || s.workstation
                      FROM booking b JOIN booking_seat s ON s.booking = b.key
                      UNION ALL SELECT id || ' ' || action || ' ' || state FROM command
                      """,
                      row -> row.getString(1))))
          .containsExactly("b-1 CONFIRMED 3 w1", "c-1 END DONE");
    }
  }
}
