package kafedra.controller.sqlite;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report on 100 schools takes 100 such queries, so each must read its own school alone. */
class UsagePlanIT {
  private TestDistrict district;

  @BeforeEach
  void open(@TempDir Path folder) {
    district = new TestDistrict(folder, new MovableClock(MONDAY_10));
  }

  @AfterEach
  void close() {
    district.close();
  }

  private List<String> plan(String sql) {
    return district.readers.read(connection ->
        Rows.list(
            connection, "EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail"), "s1", 1, 2));
  }

  @Test
  void readsTheSessionsOfOneSchoolAndSpan() {
    for (String sql : List.of(SqliteUsageSource.SESSIONS, SqliteUsageSource.ROOM_SESSIONS)) {
      assertThat(plan(sql))
          .anyMatch(it -> it.contains("session_by_school (school=? AND started_at>?"))
          .noneMatch(it -> it.startsWith("SCAN s"));
    }
  }

  @Test
  void readsTheBookingsOfOneSchoolFromTheSpanOn() {
    for (String sql : List.of(SqliteUsageSource.BOOKINGS, SqliteUsageSource.ROOM_BOOKINGS)) {
      assertThat(plan(sql))
          .anyMatch(it -> it.contains("booking_by_school (school=? AND ends>?"))
          .noneMatch(it -> it.startsWith("SCAN b"));
    }
  }
}
