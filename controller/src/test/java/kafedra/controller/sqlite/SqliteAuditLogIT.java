package kafedra.controller.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditLogIT {
  @TempDir Path folder;

  private void note(int entries) {
    MovableClock clock = new MovableClock(Instant.parse("2026-11-23T04:00:00Z"));
    try (TestDistrict district = new TestDistrict(folder, clock)) {
      SqliteAuditLog audit = new SqliteAuditLog(district.readers, district.writer, clock);
      for (int i = 0; i < entries; i++) {
        audit.note("lib1", "booked", "b-" + i, "person p1");
      }
      assertThat(audit.firstBroken()).isEmpty();
    }
  }

  private Long firstBroken() {
    MovableClock clock = new MovableClock(Instant.parse("2026-11-23T04:00:00Z"));
    try (TestDistrict district = new TestDistrict(folder, clock)) {
      return new SqliteAuditLog(district.readers, district.writer, clock).firstBroken().orElse(0L);
    }
  }

  private void tamper(String... statements) throws SQLException {
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("controller.db"));
        Statement statement = db.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  @Test
  void refusesToChangeOrShrink() {
    note(2);

    assertThatThrownBy(() -> tamper("UPDATE audit SET actor = 'nobody'"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> tamper("DELETE FROM audit")).hasMessageContaining("append-only");
  }

  @Test
  void showsAnEntryThatWasMended() throws SQLException {
    note(3);
    tamper(
        "DROP TRIGGER audit_never_changes", "UPDATE audit SET actor = 'nobody' WHERE number = 2");

    assertThat(firstBroken()).isEqualTo(2);
  }

  @Test
  void showsAnEntryThatWasTakenOut() throws SQLException {
    note(3);
    tamper("DROP TRIGGER audit_never_shrinks", "DELETE FROM audit WHERE number = 2");

    assertThat(firstBroken()).isEqualTo(2);
  }
}
