package kafedra.kiosk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kafedra.contract.id.LabId;
import kafedra.contract.message.Feature;
import org.junit.jupiter.api.Test;

class WaitForecastTest {
  private static final LabId LAB = new LabId("lab");
  private static final LabId OTHER = new LabId("other");
  private static final Duration TURN = minutes(30);
  private static final Duration CLOSING = minutes(480);

  private static Duration minutes(long length) {
    return Duration.ofMinutes(length);
  }

  private static WaitForecast.Seat seat(long freeIn, WaitForecast.Kept... kept) {
    return new WaitForecast.Seat(LAB, Set.of(), minutes(freeIn), List.of(kept), CLOSING);
  }

  private static WaitForecast.Kept kept(long from, long to) {
    return new WaitForecast.Kept(minutes(from), minutes(to));
  }

  private static List<Long> waits(List<WaitForecast.Seat> seats, Wish... line) {
    return new WaitForecast(seats, TURN)
        .waits(List.of(line)).stream().map(it -> it.map(Duration::toMinutes).orElse(-1L)).toList();
  }

  @Test
  void givesTheSeatThatIsFreeFirstToWhoeverStandsFirst() {
    assertThat(waits(List.of(seat(20), seat(5)), Wish.ANY, Wish.ANY, Wish.ANY, Wish.ANY))
        .containsExactly(5L, 20L, 35L, 50L);
  }

  @Test
  void passesOverSeatsThatDoNotServe() {
    WaitForecast.Seat ramp =
        new WaitForecast.Seat(LAB, Set.of(Feature.ACCESSIBLE), minutes(40), List.of(), CLOSING);
    WaitForecast.Seat elsewhere =
        new WaitForecast.Seat(OTHER, Set.of(), minutes(1), List.of(), CLOSING);
    assertThat(
            waits(
                List.of(seat(5), ramp, elsewhere),
                new Wish(LAB, Set.of(Feature.ACCESSIBLE)),
                new Wish(LAB, Set.of()),
                new Wish(OTHER, Set.of())))
        .containsExactly(40L, 5L, 1L);
  }

  @Test
  void waitsForBookingsToEndAndEndsATurnWhereABookingBegins() {
    assertThat(waits(List.of(seat(10, kept(5, 60))), Wish.ANY)).containsExactly(60L);
    assertThat(waits(List.of(seat(10, kept(20, 60))), Wish.ANY, Wish.ANY))
        .containsExactly(10L, 60L);
    assertThat(waits(List.of(seat(0, kept(-10, 15), kept(16, 40))), Wish.ANY))
        .as("a minute between two bookings helps nobody")
        .containsExactly(40L);
  }

  @Test
  void promisesNothingAfterClosingNorWithoutASeat() {
    WaitForecast.Seat closing =
        new WaitForecast.Seat(LAB, Set.of(), minutes(50), List.of(), minutes(51));
    WaitForecast late = new WaitForecast(List.of(closing), TURN);
    assertThat(late.waits(List.of(Wish.ANY))).containsExactly(Optional.empty());
    assertThat(new WaitForecast(List.of(), TURN).waits(List.of(Wish.ANY)))
        .containsExactly(Optional.empty());
  }

  /** Seats without bookings that serve all: a line of n takes the n-th of all ends in order. */
  @Test
  void isTheSortedListOfEndsWhenAllSeatsServe() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<WaitForecast.Seat> seats = new ArrayList<>();
      List<Long> ends = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        long free = random.nextInt(60);
        seats.add(seat(free));
        for (int turn = 0; turn < 10; turn++) {
          ends.add(free + turn * TURN.toMinutes());
        }
      }
      Collections.sort(ends);
      Wish[] line = Collections.nCopies(1 + random.nextInt(9), Wish.ANY).toArray(Wish[]::new);
      assertThat(waits(seats, line))
          .as("seed %d round %d", seed, round)
          .isEqualTo(ends.subList(0, line.length));
    }
  }
}
