package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson at 12:00 on five days in a row, from Tuesday on, at seats w3 and w4. */
class FollowingIT {
  private static final SeriesId SERIES = new SeriesId("s-1");
  private static final Instant TUESDAY_12 = MONDAY_10.plus(Duration.ofHours(26));
  private static final Requester LIBRARIAN = Requester.of("lib");

  private TestDistrict district;
  private BookingDesk desk;

  @BeforeEach
  void fiveLessons(@TempDir Path folder) {
    district = new TestDistrict(folder, new MovableClock(MONDAY_10));
    desk = district.bookings;
    List<BookingWish> wishes = IntStream.range(0, 5).mapToObj(FollowingIT::lesson).toList();
    Series series =
        new Series(SERIES, Series.Kind.RECURRING, "", "", Online.NONE, "lib", MONDAY_10);
    assertThat(desk.place(new Bundle(series, wishes, Bundle.Mode.ALL_OR_NOTHING)).kept())
        .isEqualTo(BundleOutcome.Kept.KEPT);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private static BookingWish lesson(int day) {
    BookingWish plain = wish("b-" + day, group("g1"), seats("w3", "w4"), at(day, 0));
    return new BookingWish(
        plain.id(),
        plain.holder(),
        plain.lab(),
        plain.seats(),
        plain.slot(),
        plain.purpose(),
        plain.label(),
        plain.madeBy(),
        Terms.PLAIN.inSeries(SERIES));
  }

  private static TimeSlot at(int day, int hours) {
    return TimeSlot.of(
        TUESDAY_12.plus(Duration.ofDays(day)).plus(Duration.ofHours(hours)),
        Duration.ofMinutes(45));
  }

  private ChangeOutcome move(int day, TimeSlot to) {
    Amendment amendment = new Amendment(to, null, null, null, null);
    return desk.amendFollowing(new BookingId("b-" + day), 1, amendment, LIBRARIAN);
  }

  private List<TimeSlot> slots() {
    return IntStream.range(0, 5)
        .mapToObj(day -> desk.find(new BookingId("b-" + day)).orElseThrow().slot())
        .toList();
  }

  @Test
  void movesOneAndAllThatFollowAndLeavesThoseBefore() {
    assertThat(move(2, at(2, 2)))
        .isInstanceOfSatisfying(
            ChangeOutcome.Changed.class,
            it ->
                assertThat(it.after())
                    .extracting(Booking::slot)
                    .containsExactly(at(2, 2), at(3, 2), at(4, 2)));
    assertThat(slots()).containsExactly(at(0, 0), at(1, 0), at(2, 2), at(3, 2), at(4, 2));
  }

  @Test
  void movesEachIntoThePlaceOfTheNext() {
    assertThat(move(0, at(1, 0))).isInstanceOf(ChangeOutcome.Changed.class);
    assertThat(slots()).containsExactly(at(1, 0), at(2, 0), at(3, 0), at(4, 0), at(5, 0));
    Amendment back = new Amendment(at(0, 0), null, null, null, null);
    assertThat(desk.amendFollowing(new BookingId("b-0"), 2, back, LIBRARIAN))
        .isInstanceOf(ChangeOutcome.Changed.class);
    assertThat(slots()).containsExactly(at(0, 0), at(1, 0), at(2, 0), at(3, 0), at(4, 0));
    assertThat(district.number(BookingAudit.DOUBLES)).isZero();
  }

  @Test
  void movesNoneWhenOneCannotBe() {
    assertThat(desk.place(wish("x", person("p1"), seats("w4"), at(3, 2))))
        .isInstanceOf(BookingOutcome.Placed.class);
    assertThat(move(0, at(0, 2)))
        .isInstanceOfSatisfying(
            ChangeOutcome.Refused.class,
            it ->
                assertThat(it.reasons())
                    .filteredOn(Refusal.SeatTaken.class::isInstance)
                    .hasSize(1));
    assertThat(slots()).containsExactly(at(0, 0), at(1, 0), at(2, 0), at(3, 0), at(4, 0));
    assertThat(desk.find(new BookingId("b-4")).orElseThrow().version()).isEqualTo(1);
    assertThat(desk.freeSeats(TestDistrict.L1, at(4, 2), Set.of())).hasSize(10);
  }

  @Test
  void shortensAllThatFollow() {
    TimeSlot shorter = TimeSlot.of(at(1, 0).start(), Duration.ofMinutes(30));
    assertThat(move(1, shorter)).isInstanceOf(ChangeOutcome.Changed.class);
    assertThat(slots())
        .extracting(it -> it.length().toMinutes())
        .containsExactly(45L, 30L, 30L, 30L, 30L);
  }

  @Test
  void refusesAVersionThatIsNotTheOneRead() {
    assertThat(move(0, at(0, 1))).isInstanceOf(ChangeOutcome.Changed.class);
    assertThat(move(0, at(0, 2))).isInstanceOf(ChangeOutcome.Outdated.class);
  }
}
