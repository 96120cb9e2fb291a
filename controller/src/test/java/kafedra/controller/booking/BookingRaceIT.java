package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.StoreKind;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(StoreKind.class)
class BookingRaceIT {
  private final StoreKind kind;

  BookingRaceIT(StoreKind kind) {
    this.kind = kind;
  }

  private static final int RACERS = 16;
  private static final int WISHES = 60;

  @Test
  void sixteenRacersForTheSameSeatsGetNoneTwice(@TempDir Path folder) throws Exception {
    try (TestDistrict district = kind.open(folder, new MovableClock(MONDAY_10));
        ExecutorService racers = Executors.newFixedThreadPool(RACERS)) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> placed = new ArrayList<>();
      for (int racer = 0; racer < RACERS; racer++) {
        placed.add(racers.submit(race(district, racer, start)));
      }
      start.countDown();
      int granted = 0;
      for (Future<Integer> each : placed) {
        granted += each.get();
      }
      assertThat(granted).isBetween(20, RACERS * WISHES / 2);
      assertThat(
              district.bookingData.number(
                  "SELECT count(*) FROM booking WHERE status = 'CONFIRMED'"))
          .isEqualTo(granted);
      assertThat(district.bookingData.number(BookingAudit.DOUBLES)).isZero();
    }
  }

  /** All racers wish for the same few people and hours. */
  private static Callable<Integer> race(TestDistrict district, int racer, CountDownLatch start) {
    return () -> {
      Random random = new Random(racer);
      start.await();
      int granted = 0;
      for (int i = 0; i < WISHES; i++) {
        TimeSlot slot =
            TimeSlot.of(
                MONDAY_10.plus(Duration.ofMinutes(15L * random.nextInt(12))),
                Duration.ofMinutes(15L * (1 + random.nextInt(4))));
        String who = "p" + (1 + random.nextInt(20));
        SeatWish seats =
            random.nextBoolean() ? any(1) : BookingFixture.seats("w" + (1 + random.nextInt(4)));
        BookingOutcome outcome =
            district.bookings.place(wish("r" + racer + "-" + i, person(who), seats, slot));
        if (outcome instanceof BookingOutcome.Placed) {
          granted++;
        }
      }
      return granted;
    };
  }
}
