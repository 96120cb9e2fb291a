package kafedra.controller.closing;

import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Running;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.Terms;
import kafedra.controller.calendar.Closure;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.DaySpan;
import kafedra.controller.calendar.Holiday;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.closing.PlanDesk.Fate;
import kafedra.controller.closing.PlanDesk.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New holidays over bookings, on a real database; it is 09:00 of Monday, 23 November 2026. */
class PlanDeskIT {
  private static final SchoolId S1 = new SchoolId("s1");
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final int A_DAY = 24;

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T04:00:00Z"));
  private TestDistrict district;

  @BeforeEach
  void open() {
    district = new TestDistrict(folder, clock);
    book("monday", "l1", person("p1"), 0);
    book("tuesday", "l1", person("p2"), A_DAY);
    book("small-room", "l2", person("p3"), A_DAY + 1);
    book("other-school", "l3", person("q1"), A_DAY);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private void book(String id, String lab, Holder holder, int hoursLater) {
    BookingWish wish =
        new BookingWish(
            new BookingId(id),
            holder,
            new LabId(lab),
            any(1),
            lesson(hoursLater),
            Purpose.PROJECT,
            "",
            "lib");
    assertThat(district.bookings.place(wish)).isInstanceOf(BookingOutcome.Placed.class);
  }

  private SchoolPlan withHoliday(LocalDate first, LocalDate last) {
    SchoolPlan now = district.calendar.of(S1).orElseThrow().plan();
    return new SchoolPlan(
        now.year(),
        now.terms(),
        List.of(new Holiday("Морозы", new DaySpan(first, last))),
        now.hours(),
        Map.copyOf(now.labs()),
        now.bells(),
        now.week(),
        now.specialDays());
  }

  private BookingStatus statusOf(String id) {
    return district.bookings.find(new BookingId(id)).orElseThrow().status();
  }

  private static List<String> ids(List<Booking> bookings) {
    return bookings.stream().map(it -> it.id().value()).toList();
  }

  private Outcome change(int version, Fate fate) {
    return district.plans.change(S1, version, withHoliday(TUESDAY, TUESDAY), fate, "lib1");
  }

  @Test
  void tellsWhatNewHolidaysHitAndChangesNothing() {
    assertThat(ids(district.plans.hit(S1, withHoliday(TUESDAY, TUESDAY.plusDays(5)))))
        .containsExactly("tuesday", "small-room");

    assertThat(statusOf("tuesday")).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(district.calendar.of(S1).orElseThrow().version()).isZero();
  }

  @Test
  void cancelsWhatTheyHitAndNothingElseAndWritesDownWhy() {
    if (change(0, Fate.CANCEL) instanceof Outcome.Changed done) {
      assertThat(done.version()).isEqualTo(1);
      assertThat(ids(done.cancelled())).containsExactly("tuesday", "small-room");
    } else {
      throw new AssertionError("not changed");
    }

    assertThat(statusOf("tuesday")).isEqualTo(BookingStatus.CANCELLED);
    assertThat(statusOf("monday")).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(statusOf("other-school")).isEqualTo(BookingStatus.CONFIRMED);
    Act last = district.bookings.history(new BookingId("tuesday")).getLast();
    assertThat(last.actor()).isEqualTo("lib1");
    assertThat(last.detail()).endsWith("calendar=s1; version=1");
  }

  @Test
  void keepsThemIfAskedToAndDoesNotAskAboutThemAgain() {
    assertThat(change(0, Fate.KEEP)).isEqualTo(new Outcome.Changed(1, List.of()));

    assertThat(statusOf("tuesday")).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(district.plans.hit(S1, withHoliday(TUESDAY, TUESDAY.plusDays(5)))).isEmpty();
  }

  @Test
  void touchesNoBookingWhenSomebodyElseWasFaster() {
    assertThat(change(0, Fate.KEEP)).isInstanceOf(Outcome.Changed.class);

    assertThat(change(0, Fate.CANCEL)).isEqualTo(new Outcome.Stale(1));
    assertThat(statusOf("tuesday")).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void aHoldLapsesUntold() {
    BookingWish held =
        new BookingWish(
            new BookingId("held"),
            person("p9"),
            new LabId("l1"),
            any(1),
            lesson(A_DAY + 3),
            Purpose.PROJECT,
            "",
            "lib",
            new Terms(Terms.PLAIN.online(), Duration.ofMinutes(10), null, null));
    assertThat(district.bookings.place(held)).isInstanceOf(BookingOutcome.Placed.class);

    assertThat(change(0, Fate.CANCEL))
        .extracting(it -> ids(((Outcome.Changed) it).cancelled()))
        .isEqualTo(List.of("tuesday", "small-room"));
    assertThat(statusOf("held")).isEqualTo(BookingStatus.CANCELLED);
  }

  @Test
  void leavesToAClosureWhatAClosureClosed() {
    Closure closure =
        new Closure(
            new ClosureId("c1"),
            new Closure.OfLab(new LabId("l2")),
            new DaySpan(TUESDAY, TUESDAY),
            DayPlan.Reason.CLOSED,
            "",
            Running.FINISHES,
            "lib1",
            Instant.EPOCH);
    assertThat(district.closings.close(closure)).isInstanceOf(ClosingDesk.Closing.Closed.class);

    assertThat(ids(district.plans.hit(S1, withHoliday(TUESDAY, TUESDAY))))
        .containsExactly("tuesday");
  }
}
