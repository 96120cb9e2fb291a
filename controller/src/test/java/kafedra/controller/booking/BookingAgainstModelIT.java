package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.StoreKind;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Random sequences against the simplest thing that could be right: a list and two loops. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class BookingAgainstModelIT {
  private final StoreKind kind;

  BookingAgainstModelIT(StoreKind kind) {
    this.kind = kind;
  }

  private static final int STEPS = 250;
  private static final List<String> SEATS =
      IntStream.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 1).mapToObj(i -> "w" + i).toList();

  private record Promise(String person, Set<String> seats, TimeSlot slot) {}

  private final Map<String, Promise> model = new LinkedHashMap<>();

  @RepeatedTest(4)
  void agreesWithTheModel(RepetitionInfo repetition, @TempDir Path folder) {
    long seed = 20_261_122L + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    try (TestDistrict district = kind.open(folder, new MovableClock(MONDAY_10))) {
      for (int step = 0; step < STEPS; step++) {
        String where = "seed " + seed + ", step " + step;
        if (random.nextInt(5) == 0 && !model.isEmpty()) {
          cancel(district, random, where);
        } else {
          place(district, random, "b-" + step, where);
        }
      }
      assertThat(district.bookingData.number(BookingAudit.DOUBLES)).as("seed " + seed).isZero();
      assertThat(
              district.bookingData.number(
                  "SELECT count(*) FROM booking WHERE status = 'CONFIRMED'"))
          .as("seed " + seed)
          .isEqualTo(model.size());
    }
  }

  private void cancel(TestDistrict district, Random random, String where) {
    String id = List.copyOf(model.keySet()).get(random.nextInt(model.size()));
    model.remove(id);
    assertThat(BookingFixture.cancel(district.bookings, id))
        .as(where)
        .isInstanceOf(ChangeOutcome.Changed.class);
  }

  private void place(TestDistrict district, Random random, String id, String where) {
    String who = "p" + (1 + random.nextInt(12));
    int count = 1 + random.nextInt(4);
    TimeSlot slot =
        TimeSlot.of(
            MONDAY_10.plus(Duration.ofMinutes(5L * random.nextInt(100))),
            Duration.ofMinutes(5L * (1 + random.nextInt(18))));
    List<String> free =
        SEATS.stream()
            .filter(seat ->
                model.values().stream()
                    .noneMatch(it -> it.seats().contains(seat) && it.slot().overlaps(slot)))
            .toList();
    boolean busy =
        model.values().stream().anyMatch(it -> it.person().equals(who) && it.slot().overlaps(slot));
    BookingOutcome outcome = district.bookings.place(wish(id, person(who), any(count), slot));
    if (busy || free.size() < count) {
      assertThat(outcome).as(where).isInstanceOf(BookingOutcome.Refused.class);
    } else {
      List<String> chosen = free.subList(0, count);
      assertThat(BookingFixture.seatsOf(outcome)).as(where).isEqualTo(chosen);
      model.put(id, new Promise(who, chosen.stream().collect(Collectors.toSet()), slot));
    }
  }
}
