package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static kafedra.controller.booking.BookingFixture.seatsOf;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicySettings;
import kafedra.controller.sqlite.SqliteNoShows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lesson of {@code lesson(1)} begins at 11:00; the school waits 15 minutes. */
class NoShowReleaseIT {
  private static final Instant START = lesson(1).start();
  private static final BookingId B1 = new BookingId("b1");

  private final MovableClock clock = new MovableClock(BookingFixture.MONDAY_10);
  private TestDistrict district;
  private Instant heardUpTo = Instant.MAX;
  private Force force = Force.ON;

  @BeforeEach
  void open(@TempDir Path folder) {
    district = new TestDistrict(folder, clock);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private BookingDesk desk(BookingPolicies policies) {
    Facts none = Facts.without();
    Facts facts =
        new Facts(
            school -> PolicySettings.lenient(school).with(PolicyName.NO_SHOW_RELEASE, force),
            none.norms(),
            none.screenTime(),
            none.noShows(),
            none.needs(),
            none.seats(),
            none.grades(),
            none.homes(),
            none.agreements(),
            none.lines());
    return new BookingDesk(
        district.bookingStore, district.rooms, facts, clock, changed -> {}, policies);
  }

  private BookingDesk desk() {
    return desk(Village.all());
  }

  private NoShowRelease release(BookingDesk desk) {
    return new NoShowRelease(
        desk,
        school -> Optional.of(Duration.ofMinutes(15)),
        (building, moment) -> !moment.isAfter(heardUpTo));
  }

  private BookingStatus after(BookingDesk desk, int minutes) {
    Instant now = START.plus(Duration.ofMinutes(minutes));
    clock.jumpTo(now, ClockTrust.TRUSTED);
    release(desk).tick(now);
    return desk.find(B1).orElseThrow().status();
  }

  private BookingDesk booked(BookingDesk desk) {
    assertThat(seatsOf(desk.place(wish("b1", person("p1"), seats("w2"), lesson(1)))))
        .containsExactly("w2");
    return desk;
  }

  @Test
  void givesTheSeatOnWhenTheGraceIsOver() {
    BookingDesk desk = booked(desk());

    assertThat(after(desk, 14)).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(after(desk, 15)).isEqualTo(BookingStatus.RELEASED);
    assertThat(desk.history(B1).getLast().deed()).isEqualTo(Act.Deed.RELEASED);
    assertThat(desk.history(B1).getLast().actor()).isEqualTo(Act.PROGRAM);
    assertThat(seatsOf(desk.place(wish("b2", person("p2"), seats("w2"), lesson(1)))))
        .as("another may have it at once")
        .containsExactly("w2");
    assertThat(
            new SqliteNoShows(district.readers)
                .of(new PersonId("p1"), START, clock.instant().plusSeconds(1)))
        .as("until the contact is on the disk nothing is held against anybody")
        .isEmpty();
  }

  @Test
  void keepsTheSeatOfWhoeverCame() {
    BookingDesk desk = booked(desk());
    Booking own = desk.find(B1).orElseThrow();
    int _ =
        desk.workNow(work -> {
          work.checkIn(own, START.plusSeconds(60));
          return 1;
        });

    assertThat(after(desk, 30)).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void takesNothingAwayWhileTheSiteHasNotToldEverything() {
    BookingDesk desk = booked(desk());
    heardUpTo = START.plus(Duration.ofMinutes(15)).minusMillis(1);
    assertThat(after(desk, 30)).isEqualTo(BookingStatus.CONFIRMED);

    heardUpTo = START.plus(Duration.ofMinutes(15));
    assertThat(after(desk, 31)).isEqualTo(BookingStatus.RELEASED);
  }

  @Test
  void takesNothingAwayThatIsOver() {
    BookingDesk desk = booked(desk());

    assertThat(after(desk, 45)).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void releasesNothingOnceItIsTakenOutOfTheListOrSwitchedOff() {
    BookingDesk without = booked(desk(Village.without(PolicyName.NO_SHOW_RELEASE)));
    assertThat(after(without, 20)).isEqualTo(BookingStatus.CONFIRMED);

    force = Force.OFF;
    assertThat(after(desk(), 20)).isEqualTo(BookingStatus.CONFIRMED);
    force = Force.ON;
    assertThat(after(desk(), 20)).isEqualTo(BookingStatus.RELEASED);
  }

  @Test
  void waitsAsLongForWhoeverBooksASeatThatHasBegun() {
    BookingDesk desk = desk();
    clock.jumpTo(START.plus(Duration.ofMinutes(10)), ClockTrust.TRUSTED);
    BookingDesk late = booked(desk);

    assertThat(after(late, 24)).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(after(late, 25)).isEqualTo(BookingStatus.RELEASED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Purpose.class,
      names = {"EXAM", "EVENT", "WEBINAR", "MAINTENANCE"})
  void leavesAloneWhereNobodyNeedSignIn(Purpose purpose) {
    BookingDesk desk = desk();
    assertThat(
            seatsOf(
                desk.place(
                    new BookingWish(
                        B1, group("g1"), new LabId("l1"), any(3), lesson(1), purpose, "", "lib"))))
        .hasSize(3);

    assertThat(after(desk, 30)).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void leavesAHoldToItsOwnEnd() {
    BookingDesk desk = desk();
    clock.jumpTo(START, ClockTrust.TRUSTED);
    BookingWish plain = wish("b1", person("p1"), seats("w2"), lesson(1));
    Terms hold = new Terms(Online.NONE, Duration.ofMinutes(30), null, null);
    assertThat(desk.place(Village.on(plain, hold))).isInstanceOf(BookingOutcome.Placed.class);

    assertThat(after(desk, 20)).isEqualTo(BookingStatus.HELD);
  }
}
