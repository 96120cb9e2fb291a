package kafedra.controller.postgres;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import kafedra.contract.id.BookingId;
import kafedra.contract.time.MovableClock;
import kafedra.controller.StoreKind;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Requester;
import kafedra.controller.booking.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit beside the bookings shows when somebody cut or mended it. */
class PostgresAuditIT {
  @TempDir private Path folder;

  private TestDistrict open() {
    return StoreKind.POSTGRESQL.open(folder, new MovableClock(MONDAY_10));
  }

  private void book(TestDistrict district) {
    for (int i = 1; i <= 3; i++) {
      district.bookings.place(wish("b-" + i, person("p" + i), seats("w" + i), lesson(1)));
    }
    district.bookings.cancel(new BookingId("b-2"), 1, Scope.ONE, Requester.of("lib"));
  }

  @Test
  void isOneChainOverRestarts() {
    try (TestDistrict district = open()) {
      book(district);
    }
    try (TestDistrict district = open()) {
      district.bookings.cancel(new BookingId("b-3"), 1, Scope.ONE, Requester.of("lib"));
      assertThat(district.bookingData.number("SELECT max(number) FROM audit")).isEqualTo(5);
      assertThat(district.bookingData.firstBroken()).isEmpty();
    }
  }

  @Test
  void refusesToChangeOrShrink() {
    try (TestDistrict district = open()) {
      book(district);
      for (String sql :
          new String[] {"UPDATE audit SET actor = 'x'", "DELETE FROM audit", "TRUNCATE audit"}) {
        assertThatThrownBy(() -> district.bookingData.run(sql)).hasMessageContaining("append-only");
      }
    }
  }

  @Test
  void showsAnEntryThatWasMendedAndOneThatWasTakenOut() {
    try (TestDistrict district = open()) {
      book(district);
      int _ = district.bookingData.run("ALTER TABLE audit DISABLE TRIGGER audit_stays");
      int _ = district.bookingData.run("UPDATE audit SET actor = 'nobody' WHERE number = 3");
      assertThat(district.bookingData.firstBroken()).contains(3L);
      int _ = district.bookingData.run("DELETE FROM audit WHERE number = 2");
      assertThat(district.bookingData.firstBroken()).contains(2L);
    }
  }

  @Test
  void beginsWithTheHistoryThatWasThereBefore() throws Exception {
    try (Connection connection = PostgresConnections.open(PostgresOfTests.database(folder));
        Statement statement = connection.createStatement();
        InputStream first = Migrations.class.getResourceAsStream("001-schedule.sql")) {
      statement.execute(new String(first.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute(
          """
          CREATE TABLE kafedra_schema (
            number integer PRIMARY KEY, file text NOT NULL, at timestamptz NOT NULL DEFAULT now());
          INSERT INTO kafedra_schema (number, file) VALUES (1, '001-schedule.sql');
          INSERT INTO booking_history VALUES
            ('b-1', 2, '2026-11-02T05:00:00.5Z', 'lib', 'CHANGED', 'к началу урока; «да»'),
            ('b-1', 1, '2026-11-02T05:00:00.123456Z', 'lib', 'BOOKED', '');
          """);
    }
    try (TestDistrict district = open()) {
      assertThat(district.bookingStore.history(new BookingId("b-1")))
          .extracting(Act::deed, Act::detail)
          .containsExactly(
              tuple(Act.Deed.BOOKED, "version=1"),
              tuple(Act.Deed.CHANGED, "version=2; к началу урока; «да»"));
      book(district);
      assertThat(district.bookingData.number("SELECT max(number) FROM audit")).isEqualTo(6);
      assertThat(district.bookingData.firstBroken()).isEmpty();
    }
  }
}
