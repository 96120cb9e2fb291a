package kafedra.controller.postgres;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.TestBookings;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.Amendment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingAudit;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.ChangeOutcome;
import kafedra.controller.booking.Requester;
import kafedra.controller.booking.Scope;
import kafedra.controller.timetable.ImportOutcome;
import kafedra.controller.timetable.TimetableTrial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two controllers of one district share one database. */
class TwoControllersIT {
  private static final long SEED = 20_261_125;
  private static final int CLIENTS = 8;
  private static final int STEPS = 80;
  private static final LabId L1 = new LabId("l1");
  private static final TimeSlot DAY = TimeSlot.of(MONDAY_10, Duration.ofHours(14));

  private final MovableClock clock = new MovableClock(MONDAY_10);
  private TestDistrict one;
  private TestDistrict other;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    PostgresAddress shared = PostgresOfTests.database(folder);
    one = open(Files.createDirectory(folder.resolve("one")), shared);
    other = open(Files.createDirectory(folder.resolve("other")), shared);
  }

  private TestDistrict open(Path folder, PostgresAddress shared) {
    return new TestDistrict(folder, clock, TestBookings.OfPostgres.at(shared));
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void whatOneWritesTheOtherComesToKnow() {
    one.bookings.place(wish("b-1", person("p1"), seats("w3"), lesson(1)));
    await()
        .atMost(10, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(other.bookings.inLab(L1, DAY)).hasSize(1));
    assertThat(other.announced).extracting(it -> it.id().value()).containsExactly("b-1");
    other.bookings.cancel(new BookingId("b-1"), 1, Scope.ONE, Requester.of("lib"));
    await()
        .atMost(10, TimeUnit.SECONDS)
        .untilAsserted(
            () -> assertThat(one.bookings.inLab(L1, DAY)).noneMatch(Booking::isLive).hasSize(1));
  }

  @Test
  void anIdThatBothAreGivenIsOneBooking() {
    assertThat(one.bookings.place(wish("b-1", person("p1"), any(1), lesson(1))))
        .isInstanceOf(BookingOutcome.Placed.class);
    assertThat(other.bookings.place(wish("b-1", person("p1"), any(1), lesson(1))))
        .isInstanceOf(BookingOutcome.AlreadyPlaced.class);
    assertThat(other.bookings.place(wish("b-2", person("p1"), any(1), lesson(1))))
        .isInstanceOf(BookingOutcome.Refused.class);
    assertThat(other.bookings.place(wish("b-3", group("g1"), any(9), lesson(1))))
        .isInstanceOf(BookingOutcome.Placed.class);
  }

  @Test
  void racingForTheSameSeatsTheyPromiseNoneTwiceAndAgreeInTheEnd() throws Exception {
    List<Future<Integer>> done = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (int client = 0; client < CLIENTS; client++) {
        BookingDesk desk = client % 2 == 0 ? one.bookings : other.bookings;
        done.add(clients.submit(client(desk, client)));
      }
    }
    int kept = 0;
    for (Future<Integer> each : done) {
      kept += each.get();
    }
    String seed = "seed " + SEED;
    assertThat(kept).as(seed).isGreaterThan((CLIENTS * STEPS) / 10);
    assertThat(one.bookingData.number(BookingAudit.DOUBLES)).as(seed).isZero();
    Set<Booking> stored = new HashSet<>(one.bookingStore.inLab(L1, DAY));
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(() -> {
          assertThat(new HashSet<>(one.bookings.inLab(L1, DAY))).as(seed).isEqualTo(stored);
          assertThat(new HashSet<>(other.bookings.inLab(L1, DAY))).as(seed).isEqualTo(stored);
        });
    assertThat(one.bookingData.number("SELECT count(*) FROM audit"))
        .as("one row a version, " + seed)
        .isEqualTo(one.bookingData.number("SELECT sum(version) FROM booking"));
    assertThat(one.bookingData.firstBroken()).as("one chain of both, " + seed).isEmpty();
  }

  @Test
  void aTimetableThatTheOtherHasTakenInIsNotDoubled() {
    byte[] file = TimetableTrial.file("Информатика,7А,Зал,вт,8:30-9:15");
    TimetableTrial first = TimetableTrial.of(one, clock);
    TimetableTrial second = TimetableTrial.of(other, clock);
    String agreed = second.preview(file);
    assertThat(first.apply(file, first.preview(file))).isInstanceOf(ImportOutcome.Applied.class);
    long booked = one.bookingData.number("SELECT count(*) FROM booking");

    assertThat(second.apply(file, agreed)).isInstanceOf(ImportOutcome.Stale.class);
    assertThat(second.apply(file, second.preview(file)))
        .isInstanceOfSatisfying(
            ImportOutcome.Applied.class, it -> assertThat(it.report().isChange()).isFalse());
    assertThat(one.bookingData.number("SELECT count(*) FROM booking")).isEqualTo(booked);
  }

  private static Callable<Integer> client(BookingDesk desk, int client) {
    return () -> {
      Random random = new Random(SEED + client);
      int kept = 0;
      for (int step = 0; step < STEPS; step++) {
        List<Booking> live = desk.inLab(L1, DAY).stream().filter(Booking::isLive).toList();
        int what = live.isEmpty() ? 0 : random.nextInt(4);
        Booking any = live.isEmpty() ? null : live.get(random.nextInt(live.size()));
        if (any == null || what < 2) {
          kept += place(desk, "c" + client + "-" + step, random) ? 1 : 0;
        } else {
          kept += (what == 2 ? move(desk, any, random) : cancel(desk, any)) ? 1 : 0;
        }
      }
      return kept;
    };
  }

  private static TimeSlot slot(Random random) {
    return TimeSlot.of(
        MONDAY_10.plus(Duration.ofMinutes(5L * random.nextInt(36))),
        Duration.ofMinutes(5L * (1 + random.nextInt(9))));
  }

  private static boolean place(BookingDesk desk, String id, Random random) {
    var who = random.nextBoolean() ? person("p" + (1 + random.nextInt(12))) : group("g1");
    return desk.place(wish(id, who, any(1 + random.nextInt(3)), slot(random)))
        instanceof BookingOutcome.Placed;
  }

  private static boolean move(BookingDesk desk, Booking booking, Random random) {
    Amendment amendment = new Amendment(slot(random), null, any(1 + random.nextInt(3)), null, null);
    return desk.amend(booking.id(), booking.version(), amendment, Requester.of("lib"))
        instanceof ChangeOutcome.Changed;
  }

  private static boolean cancel(BookingDesk desk, Booking booking) {
    return desk.cancel(booking.id(), booking.version(), Scope.ONE, Requester.of("lib"))
        instanceof ChangeOutcome.Changed;
  }
}
