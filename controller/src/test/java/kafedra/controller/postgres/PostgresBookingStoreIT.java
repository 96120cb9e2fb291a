package kafedra.controller.postgres;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.StoreKind;
import kafedra.controller.booking.Act.Deed;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingStoreContract;
import org.junit.jupiter.api.Test;

class PostgresBookingStoreIT extends BookingStoreContract {
  /** More than two parts. */
  private static final int MANY = 2 * Parts.SIZE + 7;

  PostgresBookingStoreIT() {
    super(StoreKind.POSTGRESQL);
  }

  private static TimeSlot slot(int number) {
    return TimeSlot.of(MONDAY_10.plus(Duration.ofMinutes(10L * number)), Duration.ofMinutes(10));
  }

  @Test
  void aWorkOfManyPartsIsOneActAndMayExchangeTheFirstAndTheLast() {
    List<Booking> before =
        IntStream.range(0, MANY)
            .mapToObj(i -> booking("b-" + (10_000 + i), person("p1"), slot(i), "w1", "w2"))
            .toList();
    enter(before.toArray(Booking[]::new));
    List<Booking> after = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      after.add(at(before.get(i), slot(MANY - 1 - i)));
    }
    keep(journal -> {
      for (int i = 0; i < MANY; i++) {
        journal.replace(before.get(i), after.get(i), act(Deed.MOVED));
      }
    });
    assertThat(store.inSchool(new SchoolId("s1"), TimeSlot.of(MONDAY_10, Duration.ofDays(30))))
        .containsExactlyInAnyOrderElementsOf(after);
    assertThat(district.bookingData.number("SELECT count(*) FROM booking_seat WHERE live"))
        .isEqualTo(2L * MANY);
    assertThat(district.bookingData.firstBroken()).isEqualTo(Optional.empty());
    refuses(journal -> {
      for (int i = 0; i < MANY; i++) {
        int to = i == MANY - 1 ? 0 : i; // the last one onto the first
        journal.replace(after.get(i), at(after.get(i), after.get(to).slot()), act(Deed.MOVED));
      }
    });
    assertThat(store.find(after.getLast().id())).contains(after.getLast());
  }
}
