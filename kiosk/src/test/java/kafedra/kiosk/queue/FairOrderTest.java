package kafedra.kiosk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.MovableClock;
import kafedra.kiosk.journal.MemoryJournal;
import kafedra.kiosk.queue.Standing.Turn;
import org.junit.jupiter.api.Test;

/** The rule of the queue against a naive model of it, over random days. */
class FairOrderTest {
  private static final Duration HELD_FOR = Duration.ofMinutes(3);
  private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static final ReplicaItem.Seat PLAIN = seat("plain", "lab-1");
  private static final ReplicaItem.Seat RAMP = seat("ramp", "lab-1", Feature.ACCESSIBLE);
  private static final ReplicaItem.Seat OTHER = seat("other", "lab-2", Feature.HEADSET);
  private static final List<ReplicaItem.Seat> SEATS = List.of(PLAIN, RAMP, OTHER);

  private static ReplicaItem.Seat seat(String id, String lab, Feature... features) {
    return new ReplicaItem.Seat(
        new WorkstationId(id),
        new LabId(lab),
        id,
        0,
        0,
        List.of(features),
        ReplicaItem.Service.IN_SERVICE);
  }

  /** Somebody in the model, which knows the rule as sentences and keeps nothing but a list. */
  private static final class Somebody {
    final PersonId id;
    final Wish wish;
    final Turn turn;
    final Instant came;
    int passed;
    int missed;
    boolean called;

    Somebody(PersonId id, Wish wish, Turn turn, Instant came) {
      this.id = id;
      this.wish = wish;
      this.turn = turn;
      this.came = came;
    }

    boolean yields(Instant now) {
      return !called
          && turn == Turn.USUAL
          && passed < 2
          && Duration.between(came, now).toMinutes() < 10;
    }
  }

  private final Random random;
  private final long seed;
  private final MovableClock clock = new MovableClock(TEN);
  private final MemoryJournal journal = new MemoryJournal();
  private Waiting waiting;
  private final List<Somebody> model = new ArrayList<>();
  private final Map<PersonId, List<PersonId>> before = new HashMap<>();
  private int arrivals;

  FairOrderTest() {
    seed = new Random().nextLong();
    random = new Random(seed);
    waiting = new Waiting(journal, clock, new Random(seed));
  }

  @Test
  void isWhatANaiveListSaysOverRandomDays() {
    for (int step = 0; step < 3000; step++) {
      clock.pass(Duration.ofSeconds(random.nextInt(120)));
      switch (random.nextInt(6)) {
        case 0, 1 -> draw();
        case 2 -> call(SEATS.get(random.nextInt(SEATS.size())));
        case 3 -> miss();
        case 4 -> leaveOrSit();
        default -> restart();
      }
      assertThat(waiting.open().stream().map(Ticket::person).toList())
          .as("seed %d step %d", seed, step)
          .isEqualTo(model.stream().map(it -> it.id).toList());
      assertThat(waiting.open().stream().map(Ticket::number))
          .as("seed %d step %d: numbers", seed, step)
          .doesNotHaveDuplicates();
    }
    assertThat(arrivals).isGreaterThan(500);
  }

  private void draw() {
    if (model.size() >= 30) {
      return;
    }
    PersonId person = new PersonId("p" + arrivals++);
    Wish wish =
        switch (random.nextInt(4)) {
          case 0 -> new Wish(new LabId("lab-1"), Set.of(Feature.ACCESSIBLE));
          case 1 -> new Wish(new LabId("lab-2"), Set.of());
          default -> Wish.ANY;
        };
    Turn turn = random.nextInt(3) == 0 ? Turn.SOONER : Turn.USUAL;
    Instant now = clock.instant();
    int at = model.size();
    while (turn == Turn.SOONER && at > 0 && model.get(at - 1).yields(now)) {
      at--;
      model.get(at).passed++;
    }
    model.add(at, new Somebody(person, wish, turn, now));
    before.put(person, model.stream().limit(at).map(it -> it.id).toList());
    Ticket drawn = waiting.draw(new Waiting.Draw(person, DAY, wish, turn), FairOrderTest::unknown);
    assertThat(drawn.wish()).isEqualTo(wish);
  }

  private static Optional<Duration> unknown(List<Ticket> line, Ticket ticket) {
    assertThat(line).contains(ticket);
    return Optional.empty();
  }

  /** The first whom the seat serves, whoever stands before that one. */
  private void call(ReplicaItem.Seat seat) {
    if (model.stream().anyMatch(it -> it.called)) {
      return;
    }
    Optional<Somebody> first =
        model.stream().filter(it -> !it.called && it.wish.accepts(seat)).findFirst();
    first.ifPresent(it -> it.called = true);
    Optional<Ticket> called =
        waiting.waiting().stream().filter(it -> it.wish().accepts(seat)).findFirst();
    called.ifPresent(it -> waiting.call(it, seat, HELD_FOR));
    assertThat(called.map(Ticket::person)).as("seed %d", seed).isEqualTo(first.map(it -> it.id));
  }

  private void miss() {
    clock.pass(HELD_FOR);
    waiting.tick(DAY);
    for (Somebody each : List.copyOf(model)) {
      if (each.called) {
        model.remove(each);
        each.called = false;
        each.missed++;
        if (each.missed < 2) {
          model.add(each);
        }
      }
    }
  }

  private void leaveOrSit() {
    if (!model.isEmpty()) {
      Somebody gone = model.remove(random.nextInt(model.size()));
      waiting.leave(waiting.of(gone.id).orElseThrow());
    }
  }

  private void restart() {
    waiting = new Waiting(journal, clock, new Random(seed));
    waiting.recover(HELD_FOR);
  }

  @Test
  void letsNobodyBePassedByMoreThanTwoNorAfterTenMinutes() {
    for (int step = 0; step < 2000; step++) {
      clock.pass(Duration.ofSeconds(random.nextInt(90)));
      draw();
      if (random.nextInt(2) == 0) {
        leaveOrSit();
      }
    }
    List<Ticket> left = waiting.open();
    assertThat(left).as("seed %d", seed).isNotEmpty();
    for (Ticket ticket : left) {
      List<Ticket> overtook =
          left.stream()
              .filter(other -> other.serial() > ticket.serial())
              .filter(other -> other.standing().place() < ticket.standing().place())
              .toList();
      assertThat(overtook).as("seed %d", seed).hasSizeLessThanOrEqualTo(FairOrder.MOST_PASSED);
      assertThat(overtook)
          .as("seed %d", seed)
          .allMatch(other ->
              Duration.between(ticket.drawnAt(), other.drawnAt())
                      .compareTo(FairOrder.NOT_PASSED_AFTER)
                  < 0);
    }
  }

  @Test
  void countsAPersonOnceInItsRecordsAndNeverByName() {
    draw();
    Ticket ticket = waiting.open().getFirst();
    clock.pass(Duration.ofMinutes(4));
    var _ = waiting.call(ticket, PLAIN, HELD_FOR);
    clock.pass(Duration.ofMinutes(1));
    waiting.leave(waiting.open().getFirst());

    assertThat(journal.records(SiteRecord.TicketClosed.class))
        .singleElement()
        .satisfies(it -> assertThat(it.waited()).isEqualTo(Duration.ofMinutes(4)))
        .satisfies(it -> assertThat(it.drawnAt()).isEqualTo(TEN))
        .satisfies(it -> assertThat(it.toString()).doesNotContain(ticket.person().value() + ","));
  }

  @Test
  void measuresAWaitByTheMonotonicClockWhenTheWallClockJumps() {
    draw();
    clock.pass(Duration.ofMinutes(5));
    clock.jumpTo(TEN.plus(Duration.ofDays(3)), clock.trust());
    Ticket called = waiting.call(waiting.open().getFirst(), PLAIN, HELD_FOR);

    assertThat(called.firstCall())
        .isEqualTo(new Ticket.FirstCall(Duration.ofMinutes(5), new LabId("lab-1")));
  }

  @Test
  void sendsNobodyHomeByAClockThatCannotBeBelieved() {
    draw();
    clock.jumpTo(TEN.plus(Duration.ofHours(12)), kafedra.contract.time.ClockTrust.UNTRUSTED);
    waiting.closeDay(wish -> true);
    assertThat(waiting.open()).hasSize(1);

    clock.jumpTo(TEN.plus(Duration.ofHours(12)), kafedra.contract.time.ClockTrust.TRUSTED);
    waiting.closeDay(wish -> true);
    assertThat(waiting.open()).isEmpty();
  }

  @Test
  void givesNumbersThatSayNothingOfTheOrder() {
    for (int i = 0; i < 20; i++) {
      draw();
    }
    List<Integer> numbers =
        waiting.open().stream()
            .sorted(Comparator.comparingLong(Ticket::serial))
            .map(Ticket::number)
            .toList();
    assertThat(numbers).isNotEqualTo(numbers.stream().sorted().toList());
    assertThat(numbers).allMatch(it -> it >= 10 && it <= 99);
  }
}
