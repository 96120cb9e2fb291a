package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, played by a limit of the database's size. */
class FullDiskIT {
  private static final TimeSlot WHOLE = TimeSlot.of(MONDAY_10, Duration.ofDays(300));

  private static BookingWish wishOf(int number) {
    TimeSlot slot =
        TimeSlot.of(
            MONDAY_10.plus(Duration.ofDays(number / 10)).plus(Duration.ofHours(number % 10)),
            Duration.ofMinutes(45));
    return wish("b-" + number, group("g1"), any(10), slot);
  }

  /** The database may grow no further than this from now on, pages. */
  private static void limit(TestDistrict district, long pages) {
    int _ =
        district.writer.write(connection -> {
          try (Statement pragma = connection.createStatement()) {
            return pragma.execute("PRAGMA max_page_count = " + pages) ? 1 : 0;
          }
        });
  }

  @Test
  void whatTheDiskDidNotTakeIsNotInMemoryEither(@TempDir Path folder) {
    try (TestDistrict district = new TestDistrict(folder, new MovableClock(MONDAY_10))) {
      BookingDesk desk = district.bookings;
      desk.place(wishOf(0));
      limit(district, district.number("PRAGMA page_count") + 2);
      List<Integer> refused = new ArrayList<>();
      for (int i = 1; i < 200 && refused.size() < 3; i++) {
        int number = i;
        Throwable failed = catchThrowable(() -> desk.place(wishOf(number)));
        if (failed != null) {
          assertThat(failed).isInstanceOf(StoreException.class);
          refused.add(number);
        }
      }
      assertThat(refused).as("the disk was full").hasSize(3);
      assertThat(desk.inLab(TestDistrict.L1, WHOLE))
          .containsExactlyElementsOf(district.bookingStore.inLab(TestDistrict.L1, WHOLE));
      limit(district, 1_000_000);
      for (int number : refused) {
        assertThat(desk.place(wishOf(number)))
            .as("its seats were free all the time")
            .isInstanceOf(BookingOutcome.Placed.class);
      }
      assertThat(
              new BookingDesk(
                      district.bookingStore,
                      district.rooms,
                      Facts.without(),
                      new MovableClock(MONDAY_10),
                      changed -> {})
                  .inLab(TestDistrict.L1, WHOLE))
          .as("a restart reads the same")
          .containsExactlyElementsOf(desk.inLab(TestDistrict.L1, WHOLE));
    }
  }
}
