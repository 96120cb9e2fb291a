package kafedra.controller;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static kafedra.controller.booking.BookingFixture.wish;
import static kafedra.controller.timetable.TimetableTrial.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.ChangeOutcome;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.Requester;
import kafedra.controller.booking.Scope;
import kafedra.controller.booking.Terms;
import kafedra.controller.postgres.PostgresAddress;
import kafedra.controller.postgres.PostgresOfTests;
import kafedra.controller.postgres.ScheduleCopy.Onto;
import kafedra.controller.postgres.ScheduleCopy.Outcome;
import kafedra.controller.timetable.ImportOutcome;
import kafedra.controller.timetable.KnownNames;
import kafedra.controller.timetable.TimetableStore;
import kafedra.controller.timetable.TimetableTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stopped controller's schedule goes over into PostgreSQL, whole or not at all. */
class ScheduleCopyIT {
  private static final TimeSlot ALL =
      new TimeSlot(MONDAY_10.minus(Duration.ofDays(90)), MONDAY_10.plus(Duration.ofDays(90)));

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock(MONDAY_10);
  private PostgresAddress target;

  private record Told(
      Set<Booking> bookings,
      List<List<Act>> histories,
      Map<BookingId, String> sources,
      KnownNames names,
      List<Object> timetables) {
    static Told of(TestDistrict district) {
      Set<Booking> bookings = new HashSet<>(district.bookingStore.inSchool(SCHOOL, ALL));
      TimetableStore timetables = district.bookingData.timetables();
      return new Told(
          bookings,
          bookings.stream()
              .map(Booking::id)
              .sorted((one, other) -> one.value().compareTo(other.value()))
              .map(district.bookingStore::history)
              .toList(),
          timetables.sources(SCHOOL),
          timetables.names(SCHOOL),
          List.of(timetables.versions(SCHOOL), timetables.rows(SCHOOL, 1)));
    }
  }

  @BeforeEach
  void database() {
    target = PostgresOfTests.database(folder);
  }

  /** Bookings of many kinds, a series and a timetable. */
  private Told fill() {
    try (TestDistrict district = new TestDistrict(folder, clock)) {
      district.bookings.place(wish("b-1", person("p1"), seats("w3"), lesson(1)));
      district.bookings.place(wish("b-2", group("g1"), any(9), lesson(2)));
      district.bookings.place(wish("b-3", person("p2"), seats("w4"), lesson(3)));
      district.bookings.cancel(new BookingId("b-3"), 1, Scope.ONE, Requester.of("lib"));
      district.bookings.place(
          new BookingWish(
              new BookingId("b-4"),
              person("p3"),
              TestDistrict.L1,
              seats("w5"),
              lesson(3),
              Purpose.PROJECT,
              "",
              "lib",
              new Terms(Online.NONE, Duration.ofMinutes(5), null, null)));
      take(district);
      Told told = Told.of(district);
      assertThat(told.bookings()).hasSizeGreaterThan(6);
      assertThat(told.sources()).isNotEmpty();
      return told;
    }
  }

  private void take(TestDistrict district) {
    TimetableStore store = district.bookingData.timetables();
    store.explain(SCHOOL, new KnownNames(Map.of("Каб. 5", "l1"), Map.of()));
    byte[] file = TimetableTrial.file("Информатика,7А,Каб. 5,вт,8:30-9:15");
    TimetableTrial trial = TimetableTrial.of(district, clock);
    assertThat(trial.apply(file, trial.preview(file))).isInstanceOf(ImportOutcome.Applied.class);
  }

  private Outcome copy(Onto onto) {
    return ScheduleCopyMain.copy(folder, target, onto, clock);
  }

  private TestDistrict there() {
    return new TestDistrict(folder, clock, TestBookings.OfPostgres.at(target));
  }

  @Test
  void everythingIsThereAndGoesOnThere() {
    Told before = fill();

    assertThat(copy(Onto.EMPTY))
        .isInstanceOfSatisfying(
            Outcome.Copied.class,
            it ->
                assertThat(it.rows())
                    .containsEntry("booking", (long) before.bookings().size())
                    .containsEntry("series", 1L)
                    .containsEntry("timetable_name", 1L)
                    .containsKeys("booking_seat", "audit"));

    try (TestDistrict district = there()) {
      assertThat(Told.of(district)).isEqualTo(before);
      assertThat(district.bookingData.firstBroken()).isEmpty();
      assertThat(district.bookings.cancel(new BookingId("b-2"), 1, Scope.ONE, Requester.of("lib")))
          .isInstanceOf(ChangeOutcome.Changed.class);
      assertThat(district.bookingData.firstBroken()).isEmpty();
      take(district);
      assertThat(district.bookingData.timetables().versions(SCHOOL)).hasSize(1);
    }
  }

  @Test
  void theChainThereNamesTheLastEntryHere() {
    fill();
    String hash;
    try (TestDistrict district = new TestDistrict(folder, clock)) {
      hash =
          district.bookingData.raw(db -> {
            try (var last =
                db.createStatement()
                    .executeQuery("SELECT hash FROM audit ORDER BY number DESC LIMIT 1")) {
              return last.getString(1);
            }
          });
    }
    copy(Onto.EMPTY);
    try (TestDistrict district = there()) {
      assertThat(
              district.bookingData.number(
                  "SELECT count(*) FROM audit WHERE number = 1 AND detail LIKE '%" + hash + "'"))
          .isEqualTo(1);
      assertThat(district.number("SELECT count(*) FROM audit WHERE action = 'schedule-copied'"))
          .as("noted in SQLite")
          .isEqualTo(1);
    }
  }

  @Test
  void aScheduleThatIsThereIsLeftUnlessItShallBeReplaced() {
    Told before = fill();
    copy(Onto.EMPTY);
    assertThat(copy(Onto.EMPTY)).isInstanceOf(Outcome.NotEmpty.class);
    try (TestDistrict district = there()) {
      district.bookings.place(wish("new", person("p9"), seats("w9"), lesson(5)));
    }
    assertThat(copy(Onto.EMPTY)).isInstanceOf(Outcome.NotEmpty.class);
    try (TestDistrict district = there()) {
      assertThat(district.bookings.find(new BookingId("new"))).isPresent();
    }

    assertThat(copy(Onto.ANYTHING)).isInstanceOf(Outcome.Copied.class);
    try (TestDistrict district = there()) {
      assertThat(Told.of(district)).isEqualTo(before);
      assertThat(district.bookingData.firstBroken()).isEmpty();
    }
  }

  @Test
  void nothingIsCopiedWhileAControllerRunsHereOrThere() {
    fill();
    try (TestDistrict running = there()) {
      assertThatThrownBy(() -> copy(Onto.EMPTY))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("in use");
    }
    try (TestBookings running = TestBookings.OfPostgres.at(target)) {
      assertThat(copy(Onto.ANYTHING)).isEqualTo(new Outcome.InUse(1));
      assertThat(running.number("SELECT count(*) FROM booking")).isZero();
    }
  }

  @Test
  void whatCannotGoOverLeavesNothing() {
    fill();
    try (TestDistrict district = new TestDistrict(folder, clock)) {
      int _ = district.bookingData.run("DROP TRIGGER booking_person_still_free");
      int _ = district.bookingData.run("DROP TRIGGER booking_moves_its_seats");
      int _ =
          district.bookingData.run(
              "UPDATE booking SET starts = (SELECT starts FROM booking WHERE id = 'b-1'),"
                  + " ends = (SELECT ends FROM booking WHERE id = 'b-1'), person = 'p1'"
                  + " WHERE id = 'b-4'");
    }
    assertThatThrownBy(() -> copy(Onto.EMPTY))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("nothing was changed");
    try (TestBookings there = TestBookings.OfPostgres.at(target)) {
      assertThat(there.number("SELECT count(*) FROM series")).isZero();
      assertThat(there.number("SELECT count(*) FROM audit")).isZero();
    }
  }

  @Test
  void aFolderWithoutADatabaseGetsNone() {
    assertThatThrownBy(() -> copy(Onto.EMPTY)).isInstanceOf(StoreException.class);
    assertThat(Files.exists(folder.resolve("controller.db"))).isFalse();
  }
}
