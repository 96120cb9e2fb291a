package kafedra.controller.closing;

import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Running;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Clearance;
import kafedra.controller.booking.Clearance.Fate;
import kafedra.controller.booking.Clearance.Loss;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.Refusal;
import kafedra.controller.booking.Terms;
import kafedra.controller.calendar.Closure;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.DaySpan;
import kafedra.controller.closing.ClosingDesk.Closing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing and opening on a real database; the clock stands at 09:00 of a Monday. */
class ClosingDeskIT {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final DaySpan TODAY = new DaySpan(MONDAY, MONDAY);

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T04:00:00Z"));
  private TestDistrict district;

  @BeforeEach
  void open() {
    district = new TestDistrict(folder, clock);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private static Closure closure(String id, Closure.Scope scope, DaySpan days) {
    return new Closure(
        new ClosureId(id),
        scope,
        days,
        DayPlan.Reason.REMOTE,
        "Мороз",
        Running.FINISHES,
        "coo1",
        Instant.EPOCH);
  }

  private static Closure ofSchool(String id) {
    return closure(id, new Closure.OfSchool(new SchoolId("s1")), TODAY);
  }

  private void book(BookingWish wish) {
    assertThat(district.bookings.place(wish)).isInstanceOf(BookingOutcome.Placed.class);
  }

  private static BookingWish in(String lab, String id, Holder holder, int hoursLater) {
    return new BookingWish(
        new BookingId(id),
        holder,
        new LabId(lab),
        any(1),
        lesson(hoursLater),
        Purpose.PROJECT,
        "",
        "lib");
  }

  private BookingStatus statusOf(String id) {
    return district.bookings.find(new BookingId(id)).orElseThrow().status();
  }

  private ClosureRecord closed(Closure closure) {
    return switch (district.closings.close(closure)) {
      case Closing.Closed it -> it.done();
      case Closing.ClosedBefore it -> throw new AssertionError("closed before: " + it);
      case Closing.IdInUse it -> throw new AssertionError("id in use");
    };
  }

  private ClosureRecord opened(String id) {
    return district.closings.undo(new ClosureId(id), "coo1").orElseThrow();
  }

  private static Map<String, String> fates(ClosureRecord record) {
    return record.entries().stream()
        .collect(
            Collectors.toMap(
                it -> it.booking().value(),
                it -> it.fate() + it.why().map(why -> " " + why).orElse("")));
  }

  @Test
  void cancelsWhatIsBookedInItAndNothingElse() {
    book(in("l1", "here", person("p1"), 0));
    book(in("l2", "beside", group("g1"), 1));
    book(in("l3", "other-school", person("q1"), 0));
    book(in("l1", "tomorrow", person("p1"), 24));

    assertThat(district.closings.preview(ofSchool("c1")))
        .extracting(it -> it.id().value())
        .containsExactly("here", "beside");
    assertThat(statusOf("here")).as("a preview changes nothing").isEqualTo(BookingStatus.CONFIRMED);
    ClosureRecord done = closed(ofSchool("c1"));

    assertThat(done.state()).isEqualTo(ClosureRecord.State.CLOSED);
    assertThat(fates(done)).isEqualTo(Map.of("here", "CANCELLED", "beside", "CANCELLED"));
    assertThat(statusOf("here")).isEqualTo(BookingStatus.CANCELLED);
    assertThat(statusOf("beside")).isEqualTo(BookingStatus.CANCELLED);
    assertThat(statusOf("other-school")).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(statusOf("tomorrow")).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(district.bookings.history(new BookingId("here")).getLast().detail())
        .contains("closure=c1");
  }

  @Test
  void closesOneLabOrTheWholeDistrict() {
    book(in("l1", "one", person("p1"), 0));
    book(in("l2", "two", person("p2"), 0));
    book(in("l3", "three", person("q1"), 0));

    closed(closure("c1", new Closure.OfLab(new LabId("l2")), TODAY));
    assertThat(statusOf("one")).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(statusOf("two")).isEqualTo(BookingStatus.CANCELLED);

    ClosureRecord all = closed(closure("c2", new Closure.OfDistrict(), TODAY));
    assertThat(fates(all)).containsOnlyKeys("one", "three");
  }

  @Test
  void refusesWhatIsBookedThereAfterwardsWithTheReason() {
    closed(ofSchool("c1"));

    assertThat(district.bookings.place(in("l1", "late", person("p1"), 2)))
        .isInstanceOfSatisfying(
            BookingOutcome.Refused.class,
            it ->
                assertThat(it.reasons())
                    .contains(new Refusal.DayClosed(MONDAY, DayPlan.Reason.REMOTE, "Мороз")));
    assertThat(district.bookings.place(in("l3", "elsewhere", person("q1"), 2)))
        .isInstanceOf(BookingOutcome.Placed.class);
  }

  @Test
  void leavesWhatIsOverAndTakesWhatRuns() {
    book(in("l1", "over", person("p1"), 0));
    book(in("l1", "runs", person("p1"), 1));
    clock.pass(Duration.ofMinutes(130));

    assertThat(fates(closed(ofSchool("c1")))).containsOnlyKeys("runs");
  }

  @Test
  void holdsLapseWithoutBeingTold() {
    BookingWish plain = in("l1", "held", person("p1"), 0);
    book(
        new BookingWish(
            plain.id(),
            plain.holder(),
            plain.lab(),
            plain.seats(),
            plain.slot(),
            plain.purpose(),
            plain.label(),
            plain.madeBy(),
            new Terms(Terms.PLAIN.online(), Duration.ofMinutes(10), null, null)));

    assertThat(closed(ofSchool("c1")).entries()).isEmpty();
    assertThat(statusOf("held")).isEqualTo(BookingStatus.CANCELLED);
  }

  @Test
  void theSameClosureTwiceChangesNothingAndAnotherOfItsIdIsRefused() {
    book(in("l1", "one", person("p1"), 0));
    ClosureRecord first = closed(ofSchool("c1"));

    assertThat(district.closings.close(ofSchool("c1"))).isEqualTo(new Closing.ClosedBefore(first));
    assertThat(district.closings.close(closure("c1", new Closure.OfDistrict(), TODAY)))
        .isInstanceOf(Closing.IdInUse.class);
    opened("c1");
    assertThat(district.closings.close(ofSchool("c1"))).isInstanceOf(Closing.IdInUse.class);
  }

  @Test
  void undoingGivesEverythingAgainOnItsOwnSeats() {
    book(wish("one", person("p1"), seats("w3"), lesson(0)));
    book(wish("many", group("g1"), any(5), lesson(0)));
    List<?> before = district.bookings.find(new BookingId("many")).orElseThrow().seats();
    closed(ofSchool("c1"));

    ClosureRecord undone = opened("c1");

    assertThat(undone.state()).isEqualTo(ClosureRecord.State.OPENED);
    assertThat(undone.undoneBy()).isEqualTo("coo1");
    assertThat(fates(undone)).isEqualTo(Map.of("one", "RESTORED", "many", "RESTORED"));
    assertThat(statusOf("one")).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(district.bookings.find(new BookingId("many")).orElseThrow().seats())
        .isEqualTo(before);
    assertThat(district.bookings.place(in("l1", "later", person("p3"), 3)))
        .isInstanceOf(BookingOutcome.Placed.class);
    assertThat(opened("c1")).as("a repeat").isEqualTo(undone);
  }

  @Test
  void undoingTellsWhatNoLongerFitsAndWhy() {
    book(in("l1", "over", person("p1"), 0));
    book(wish("gone", person("p2"), seats("w9"), lesson(3)));
    book(in("l2", "still-closed", person("p3"), 3));
    book(in("l1", "busy", person("p4"), 3));
    book(in("l1", "fits", person("p5"), 3));
    closed(ofSchool("c1"));
    closed(closure("c2", new Closure.OfLab(new LabId("l2")), TODAY));
    run("INSERT INTO agreement VALUES ('1', 's1', 's2', '2026-09-01', '2027-05-31')");
    district.changes.announce(Set.of(new SchoolId("s1"), new SchoolId("s2")));
    book(in("l3", "instead", person("p4"), 3));
    takeOut("w9");
    clock.pass(Duration.ofHours(2));

    assertThat(fates(opened("c1")))
        .isEqualTo(
            Map.of(
                "over", "LOST " + Loss.OVER,
                "gone", "LOST " + Loss.SEAT_GONE,
                "still-closed", "LOST " + Loss.DAY_CLOSED,
                "busy", "LOST " + Loss.PERSON_BUSY,
                "fits", "RESTORED"));
    assertThat(statusOf("busy")).isEqualTo(BookingStatus.CANCELLED);
  }

  private void takeOut(String seat) {
    int rows =
        district.writer.write(db -> {
          try (Statement statement = db.createStatement()) {
            return statement.executeUpdate(
                "UPDATE workstation SET service = 'OUT_OF_SERVICE' WHERE id = '" + seat + "'");
          }
        });
    assertThat(rows).isEqualTo(1);
    district.changes.announce(Set.of(new SchoolId("s1")));
  }

  @Test
  void whatLiesInTwoClosuresComesBackWithTheLast() {
    book(wish("twice", person("p1"), seats("w1"), lesson(3)));
    closed(ofSchool("c1"));
    closed(closure("c2", new Closure.OfLab(new LabId("l1")), TODAY));

    assertThat(fates(opened("c1"))).isEqualTo(Map.of("twice", "LOST " + Loss.DAY_CLOSED));
    assertThat(statusOf("twice")).isEqualTo(BookingStatus.CANCELLED);
    assertThat(fates(opened("c2"))).isEqualTo(Map.of("twice", "RESTORED"));
    assertThat(statusOf("twice")).isEqualTo(BookingStatus.CONFIRMED);
  }

  // --- killed between
  // -----------------------------------------------------------------------------

  private void restart() {
    district.close();
    district = new TestDistrict(folder, clock);
  }

  @Test
  void aClosureThatWasOnlyBegunIsCarriedOnAtTheNextStart() {
    book(in("l1", "one", person("p1"), 0));
    book(in("l2", "two", group("g1"), 1));
    district.closures.begin(ofSchool("c1"));
    restart();

    assertThat(district.bookings.place(in("l1", "between", person("p2"), 2)))
        .as("closed from the first moment on")
        .isInstanceOf(BookingOutcome.Refused.class);
    district.closings.resume();

    ClosureRecord done = district.closings.find(new ClosureId("c1")).orElseThrow();
    assertThat(done.state()).isEqualTo(ClosureRecord.State.CLOSED);
    assertThat(fates(done)).isEqualTo(Map.of("one", "CANCELLED", "two", "CANCELLED"));
    district.closings.resume();
    assertThat(district.closings.find(new ClosureId("c1"))).contains(done);
  }

  @Test
  void whatFailsInTheMiddleKeepsNothingAndIsWholeAtTheNextTry() {
    for (int i = 1; i <= 5; i++) {
      book(in("l1", "b" + i, person("p" + i), 1));
    }
    run(
        "CREATE TRIGGER broken BEFORE UPDATE OF status ON booking WHEN NEW.id = 'b4'"
            + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");

    assertThatThrownBy(() -> district.closings.close(ofSchool("c1")))
        .isInstanceOf(StoreException.class);
    assertThat(statusOf("b1")).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(district.number("SELECT count(*) FROM booking WHERE status = 'CONFIRMED'"))
        .isEqualTo(5);
    assertThat(district.number("SELECT count(*) FROM closure_booking")).isZero();

    restart();
    run("DROP TRIGGER broken");
    district.closings.resume();
    assertThat(fates(district.closings.find(new ClosureId("c1")).orElseThrow())).hasSize(5);
    assertThat(district.number("SELECT count(*) FROM booking WHERE status = 'CANCELLED'"))
        .isEqualTo(5);
  }

  @Test
  void anUndoingThatFailsInTheMiddleKeepsNothing() {
    for (int i = 1; i <= 5; i++) {
      book(in("l1", "b" + i, person("p" + i), 1));
    }
    closed(ofSchool("c1"));
    run(
        "CREATE TRIGGER broken BEFORE UPDATE OF status ON booking WHEN NEW.id = 'b4'"
            + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");

    assertThatThrownBy(() -> opened("c1")).isInstanceOf(StoreException.class);
    assertThat(statusOf("b1")).isEqualTo(BookingStatus.CANCELLED);
    assertThat(district.closings.find(new ClosureId("c1")).map(ClosureRecord::state))
        .contains(ClosureRecord.State.CLOSED);

    run("DROP TRIGGER broken");
    restart();
    assertThat(fates(opened("c1")).values()).hasSize(5).containsOnly("RESTORED");
  }

  private void run(String sql) {
    boolean _ =
        district.writer.write((Connection db) -> {
          try (Statement statement = db.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  @Test
  void aRestartKnowsWhatIsClosed() {
    closed(ofSchool("c1"));
    restart();

    assertThat(district.bookings.place(in("l1", "late", person("p1"), 2)))
        .isInstanceOf(BookingOutcome.Refused.class);
    opened("c1");
    restart();
    assertThat(district.bookings.place(in("l1", "late", person("p1"), 2)))
        .isInstanceOf(BookingOutcome.Placed.class);
  }

  @Test
  void anEntryHasAReasonOnlyWhenItIsLost() {
    book(in("l1", "one", person("p1"), 0));

    assertThat(closed(ofSchool("c1")).entries())
        .containsExactly(
            new Clearance.Entry(new BookingId("one"), 2, Fate.CANCELLED, Optional.empty()));
  }
}
