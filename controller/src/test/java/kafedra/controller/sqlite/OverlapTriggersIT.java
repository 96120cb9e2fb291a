package kafedra.controller.sqlite;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Statement;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.BookingOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database refuses a double promise by itself, whoever writes. */
class OverlapTriggersIT {
  private static final long START = lesson(1).start().toEpochMilli();
  private static final long END = lesson(1).end().toEpochMilli();
  private static final long MINUTE = 60_000;

  private TestDistrict district;

  @BeforeEach
  void aBookedSeat(@TempDir Path folder) {
    district = new TestDistrict(folder, new MovableClock(MONDAY_10));
    assertThat(district.bookings.place(wish("b-1", person("p1"), seats("w3"), lesson(1))))
        .isInstanceOf(BookingOutcome.Placed.class);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private void run(String sql) {
    int _ =
        district.writer.write(connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  private void insertBooking(int key, String person, long starts, long ends) {
    run(
        """
        INSERT INTO booking (key, id, person, school, building, lab, starts, ends, purpose, label,
                             status, version, wish, made_by, made_at, link, kbps_per_client)
        VALUES (%d, 'x-%d', '%s', 's1', 'b1', 'l1', %d, %d, 'LESSON', '', 'CONFIRMED', 1, '', 'x', 0, '', 0)
        """
            .formatted(key, key, person, starts, ends));
  }

  private void insertSeat(int key, String workstation, long starts, long ends) {
    run(
        "INSERT INTO booking_seat VALUES (%d, 0, '%s', 'l1', %d, %d, 1)"
            .formatted(key, workstation, starts, ends));
  }

  @Test
  void refusesASecondPromiseOfASeat() {
    insertBooking(100, "p2", END - MINUTE, END + 30 * MINUTE);
    assertThatThrownBy(() -> insertSeat(100, "w3", END - MINUTE, END + 30 * MINUTE))
        .hasMessageContaining("seat-taken");
    insertSeat(100, "w4", END - MINUTE, END + 30 * MINUTE);
  }

  @Test
  void refusesALongBookingThatBeganHoursBefore() {
    long starts = END - 12 * 60 * MINUTE;
    insertBooking(100, "p2", starts, END);
    assertThatThrownBy(() -> insertSeat(100, "w3", starts, END)).hasMessageContaining("seat-taken");
    assertThatThrownBy(() -> insertBooking(101, "p3", starts - 1, END))
        .hasMessageContaining("CHECK");
  }

  @Test
  void refusesASecondPlaceForAPerson() {
    assertThatThrownBy(() -> insertBooking(100, "p1", START - MINUTE, START + MINUTE))
        .hasMessageContaining("person-busy");
  }

  @Test
  void letsSlotsTouch() {
    insertBooking(100, "p1", END, END + 30 * MINUTE);
    insertSeat(100, "w3", END, END + 30 * MINUTE);
    insertBooking(101, "p1", START - 30 * MINUTE, START);
    insertSeat(101, "w3", START - 30 * MINUTE, START);
    assertThat(district.number("SELECT count(*) FROM booking_seat WHERE live = 1")).isEqualTo(3);
  }

  @Test
  void refusesToMoveABookingOntoAnother() {
    insertBooking(100, "p2", END, END + 30 * MINUTE);
    insertSeat(100, "w3", END, END + 30 * MINUTE);
    assertThatThrownBy(() -> run("UPDATE booking SET starts = starts - 60000 WHERE key = 100"))
        .hasMessageContaining("seat-taken");
    assertThat(district.number("SELECT starts FROM booking WHERE key = 100")).isEqualTo(END);
  }

  @Test
  void refusesToReviveACancelledBookingOverAnother() {
    run("UPDATE booking SET status = 'CANCELLED' WHERE id = 'b-1'");
    assertThat(district.number("SELECT sum(live) FROM booking_seat")).isZero();
    insertBooking(100, "p2", START, END);
    insertSeat(100, "w3", START, END);
    assertThatThrownBy(() -> run("UPDATE booking SET status = 'CONFIRMED' WHERE id = 'b-1'"))
        .hasMessageContaining("seat-taken");
  }

  @Test
  void keepsASeatInStepWithItsBooking() {
    insertBooking(100, "p2", END, END + 30 * MINUTE);
    assertThatThrownBy(() -> insertSeat(100, "w5", END, END + 31 * MINUTE))
        .hasMessageContaining("seat-not-as-booked");
    assertThatThrownBy(() -> run("UPDATE booking_seat SET live = 0"))
        .hasMessageContaining("seat-not-as-booked");
  }
}
