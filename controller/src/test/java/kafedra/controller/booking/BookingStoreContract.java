package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.StoreKind;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.Act.Deed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of bookings does, whatever it is made of. */
public abstract class BookingStoreContract {
  protected static final SeriesId SERIES = new SeriesId("y-1");

  private final StoreKind kind;
  private Path folder = Path.of("");
  protected TestDistrict district;
  protected BookingStore store;

  protected BookingStoreContract(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    district = kind.open(folder, new MovableClock(MONDAY_10));
    store = district.bookingStore;
  }

  @AfterEach
  void close() {
    district.close();
  }

  private void reopen() {
    district.close();
    district = kind.open(folder, new MovableClock(MONDAY_10));
    store = district.bookingStore;
  }

  protected static Booking booking(String id, Holder holder, TimeSlot slot, String... seats) {
    return new Booking(
        new BookingId(id),
        holder,
        new SchoolId("s1"),
        new BuildingId("b1"),
        new LabId("l1"),
        slot,
        Stream.of(seats).map(WorkstationId::new).toList(),
        Purpose.EXAM,
        "Проба «ЕГЭ»; it's 100 %",
        BookingStatus.CONFIRMED,
        1,
        "wish of " + id,
        "lib",
        MONDAY_10.plusMillis(7),
        null,
        null,
        null,
        new Online("https://example.org/?a=1&b={2}", 900, Online.Screens.ONE_DISPLAY));
  }

  protected static Act act(Deed deed) {
    return new Act("lib", MONDAY_10.plusMillis(8), deed, "");
  }

  protected CompletableFuture<String> submit(Consumer<BookingJournal> work) {
    return store.change(
        journal -> {
          work.accept(journal);
          return "kept";
        },
        () -> {});
  }

  protected void keep(Consumer<BookingJournal> work) {
    assertThat(submit(work).join()).isEqualTo("kept");
  }

  protected void enter(Booking... bookings) {
    keep(journal -> Stream.of(bookings).forEach(it -> journal.enter(it, act(Deed.BOOKED))));
  }

  protected void refuses(Consumer<BookingJournal> work) {
    assertThatThrownBy(() -> submit(work).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(DoublePromiseException.class);
  }

  protected void refuses(Booking booking) {
    refuses(journal -> journal.enter(booking, act(Deed.BOOKED)));
  }

  @Test
  void givesBackWhatWasEntered() {
    Booking one = booking("b-1", person("p1"), lesson(1), "w3", "w10", "w2");
    Booking many = booking("b-2", group("g1"), lesson(2), "w1");
    enter(one, many);
    assertThat(store.find(one.id())).contains(one);
    assertThat(store.find(List.of(many.id(), one.id(), new BookingId("b-9"))))
        .containsExactlyInAnyOrder(one, many);
    assertThat(store.find(new BookingId("b-9"))).isEmpty();
    TimeSlot both = new TimeSlot(lesson(1).start(), lesson(2).end());
    assertThat(store.inLab(new LabId("l1"), both)).containsExactly(one, many);
    assertThat(store.inSchool(new SchoolId("s1"), both)).containsExactly(one, many);
    assertThat(store.inLab(new LabId("l1"), lesson(2))).containsExactly(many);
    assertThat(store.inLab(new LabId("l2"), both)).isEmpty();
    assertThat(store.inSchool(new SchoolId("s2"), both)).isEmpty();
    assertThat(store.ofPerson(new PersonId("p1"), both)).containsExactly(one);
    assertThat(store.ofPerson(new PersonId("p2"), both)).isEmpty();
    assertThat(store.ofGroup(new GroupId("g1"), both)).containsExactly(many);
  }

  @Test
  void whatOnlyTouchesTheRangeIsNotInIt() {
    TimeSlot long12 = TimeSlot.of(MONDAY_10, Duration.ofHours(12));
    Booking longest = booking("b-1", person("p1"), long12, "w1");
    enter(longest);
    LabId lab = longest.lab();
    assertThat(store.inLab(lab, TimeSlot.of(long12.end(), Duration.ofHours(1)))).isEmpty();
    assertThat(store.inLab(lab, TimeSlot.of(MONDAY_10.minusSeconds(60), Duration.ofMinutes(1))))
        .isEmpty();
    assertThat(store.inLab(lab, TimeSlot.of(long12.end().minusMillis(1), Duration.ofHours(1))))
        .containsExactly(longest);
  }

  @Test
  void slotsMayTouch() {
    TimeSlot first = lesson(1);
    TimeSlot next = TimeSlot.of(first.end(), Duration.ofMinutes(45));
    enter(booking("b-1", person("p1"), first, "w3"));
    enter(booking("b-2", person("p1"), next, "w3"));
    assertThat(store.inLab(new LabId("l1"), new TimeSlot(first.start(), next.end()))).hasSize(2);
  }

  @Test
  void refusesASeatTwiceAndKeepsNothingOfThatWork() {
    enter(booking("b-1", person("p1"), lesson(1), "w3", "w4"));
    TimeSlot later = TimeSlot.of(lesson(1).end().minusMillis(1), Duration.ofMinutes(30));
    refuses(journal -> {
      journal.enter(series());
      journal.enter(booking("b-2", person("p2"), lesson(3), "w9"), act(Deed.BOOKED));
      journal.enter(booking("b-3", person("p3"), later, "w5", "w4"), act(Deed.BOOKED));
    });
    assertThat(store.find(new BookingId("b-2"))).isEmpty();
    assertThat(store.history(new BookingId("b-2"))).isEmpty();
    assertThat(store.series(SERIES)).isEmpty();
  }

  @Test
  void refusesAPersonTwiceAtOnce() {
    enter(booking("b-1", person("p1"), lesson(1), "w3"));
    refuses(booking("b-2", person("p1"), lesson(1), "w4"));
    enter(
        booking("b-3", group("g1"), lesson(1), "w5"), booking("b-4", group("g1"), lesson(1), "w6"));
  }

  @Test
  void refusesToMoveOntoAnother() {
    Booking first = booking("b-1", person("p1"), lesson(1), "w3");
    Booking second = booking("b-2", person("p2"), lesson(2), "w3");
    enter(first, second);
    Booking onto = second.lasting(new TimeSlot(lesson(1).start(), lesson(2).end()));
    refuses(journal -> journal.replace(second, onto, act(Deed.MOVED)));
    assertThat(store.find(second.id())).contains(second);
  }

  @Test
  void movesWithOtherSeatsAndTime() {
    Booking before = booking("b-1", person("p1"), lesson(1), "w3", "w4");
    enter(before);
    Booking moved = seated(before.lasting(lesson(5)), "w4", "w7", "w8");
    keep(journal -> journal.replace(before, moved, act(Deed.MOVED)));
    assertThat(store.find(before.id())).contains(moved);
    enter(booking("b-2", person("p1"), lesson(1), "w3", "w4"));
    refuses(booking("b-3", person("p3"), lesson(5), "w8"));
  }

  protected static Booking at(Booking booking, TimeSlot slot) {
    return booking.lasting(slot);
  }

  private static Booking seated(Booking booking, String... seats) {
    return new Booking(
        booking.id(),
        booking.holder(),
        booking.school(),
        booking.building(),
        booking.lab(),
        booking.slot(),
        Stream.of(seats).map(WorkstationId::new).toList(),
        booking.purpose(),
        booking.label(),
        booking.status(),
        booking.version(),
        booking.wish(),
        booking.madeBy(),
        booking.madeAt(),
        booking.heldUntil(),
        booking.checkedIn(),
        booking.series(),
        booking.online());
  }

  @Test
  void whatIsNotLiveKeepsNothingFromAnybody() {
    Booking before = booking("b-1", person("p1"), lesson(1), "w3");
    enter(before);
    Booking cancelled = before.with(BookingStatus.CANCELLED);
    keep(journal -> journal.replace(before, cancelled, act(Deed.CANCELLED)));
    assertThat(store.find(before.id())).contains(cancelled);
    enter(booking("b-2", person("p1"), lesson(1), "w3"));
    Booking restored = cancelled.with(BookingStatus.CONFIRMED);
    refuses(journal -> journal.replace(cancelled, restored, act(Deed.RESTORED)));
  }

  @Test
  void oneWorkMayCancelAndTakeTheSameSeat() {
    Booking before = booking("b-1", person("p1"), lesson(1), "w3");
    enter(before);
    keep(journal -> {
      journal.replace(before, before.with(BookingStatus.CANCELLED), act(Deed.CANCELLED));
      journal.enter(booking("b-2", person("p1"), lesson(1), "w3"), act(Deed.BOOKED));
    });
    assertThat(store.endingAfter(MONDAY_10, it -> {})).isEqualTo(new Schedule.Tally(1, 9));
  }

  @Test
  void aHoldKeepsItsSeatUntilItLapses() {
    Booking plain = booking("b-1", person("p1"), lesson(1), "w3");
    Booking held =
        new Booking(
            plain.id(),
            plain.holder(),
            plain.school(),
            plain.building(),
            plain.lab(),
            plain.slot(),
            plain.seats(),
            plain.purpose(),
            plain.label(),
            BookingStatus.HELD,
            1,
            plain.wish(),
            plain.madeBy(),
            plain.madeAt(),
            MONDAY_10.plusSeconds(120),
            null,
            null,
            plain.online());
    keep(journal -> journal.enter(held, act(Deed.HELD)));
    assertThat(store.find(held.id())).contains(held);
    refuses(booking("b-2", person("p2"), lesson(1), "w3"));
    Booking expired = held.with(BookingStatus.EXPIRED);
    keep(journal -> journal.replace(held, expired, act(Deed.EXPIRED)));
    assertThat(store.find(held.id())).contains(expired);
    enter(booking("b-2", person("p2"), lesson(1), "w3"));
  }

  @Test
  void aRefusalIsKeptWithoutSeats() {
    Booking plain = booking("b-1", person("p1"), lesson(1), "w3");
    Booking seatless =
        new Booking(
            plain.id(),
            plain.holder(),
            plain.school(),
            plain.building(),
            plain.lab(),
            plain.slot(),
            List.of(),
            plain.purpose(),
            plain.label(),
            BookingStatus.REFUSED,
            1,
            plain.wish(),
            plain.madeBy(),
            plain.madeAt(),
            null,
            null,
            null,
            Online.NONE);
    keep(journal -> journal.enter(seatless, act(Deed.REFUSED)));
    assertThat(store.find(plain.id())).contains(seatless);
    assertThat(store.endingAfter(MONDAY_10, it -> {})).isEqualTo(new Schedule.Tally(0, 0));
  }

  @Test
  void knowsWhenAVersionIsNotTheOneThatWasRead() {
    Booking first = booking("b-1", person("p1"), lesson(1), "w3");
    enter(first);
    Booking second = first.about(Purpose.LESSON, "so");
    keep(journal -> journal.replace(first, second, act(Deed.CHANGED)));
    refuses(journal -> journal.replace(first, first.lasting(lesson(4)), act(Deed.MOVED)));
    assertThat(store.find(first.id())).contains(second);
  }

  @Test
  void aCheckInIsKeptAndIsNoChange() {
    Booking before = booking("b-1", person("p1"), lesson(1), "w3");
    enter(before);
    Booking after = before.checkedInAt(lesson(1).start().plusSeconds(3));
    keep(journal -> journal.checkIn(after));
    assertThat(store.find(before.id())).contains(after);
    assertThat(store.history(before.id())).hasSize(1);
    Booking cancelled = after.with(BookingStatus.CANCELLED);
    keep(journal -> journal.replace(after, cancelled, act(Deed.CANCELLED)));
    assertThat(store.find(before.id())).contains(cancelled);
  }

  private static Series series() {
    return new Series(
        SERIES, Series.Kind.RECURRING, "Физика", "FREQ=WEEKLY", Online.NONE, "lib", MONDAY_10);
  }

  @Test
  void aSeriesIsKeptOnce() {
    keep(journal -> journal.enter(series()));
    keep(journal -> journal.enter(series()));
    assertThat(store.series(SERIES)).contains(series());
    assertThat(store.series(new SeriesId("y-9"))).isEmpty();
  }

  @Test
  void tellsWhoDidWhatInOrder() {
    Booking first = booking("b-1", person("p1"), lesson(1), "w3");
    Booking second = first.about(Purpose.LESSON, "so");
    Booking third = second.with(BookingStatus.CANCELLED);
    keep(journal -> {
      journal.enter(first, new Act("lib", MONDAY_10, Deed.BOOKED, "seats=[w3]"));
      journal.replace(first, second, new Act("boss", MONDAY_10.plusSeconds(1), Deed.CHANGED, ""));
    });
    keep(journal ->
        journal.replace(
            second,
            third,
            new Act(Act.PROGRAM, MONDAY_10.plusSeconds(2), Deed.CANCELLED, "why=x")));
    assertThat(store.history(first.id()))
        .containsExactly(
            new Act("lib", MONDAY_10, Deed.BOOKED, "version=1; seats=[w3]"),
            new Act("boss", MONDAY_10.plusSeconds(1), Deed.CHANGED, "version=2"),
            new Act(Act.PROGRAM, MONDAY_10.plusSeconds(2), Deed.CANCELLED, "version=3; why=x"));
  }

  @Test
  void tellsWhatEndsLaterAndItsSum() {
    Booking over = booking("b-1", person("p1"), lesson(1), "w3");
    Booking live = booking("b-2", person("p2"), lesson(2), "w3", "w4");
    Booking gone = booking("b-3", person("p3"), lesson(3), "w5");
    enter(over, live, gone);
    Booking cancelled = gone.with(BookingStatus.CANCELLED);
    keep(journal -> journal.replace(gone, cancelled, act(Deed.CANCELLED)));
    List<Booking> told = new ArrayList<>();
    assertThat(store.endingAfter(lesson(1).end(), told::add))
        .isEqualTo(new Schedule.Tally(1, 2 * 9));
    assertThat(told).containsExactlyInAnyOrder(live, cancelled);
  }

  @Test
  void workThatThrowsFailsAloneAndIsUndone() {
    List<String> undone = new ArrayList<>();
    CountDownLatch gate = new CountDownLatch(1);
    CompletableFuture<String> first = blocked(gate);
    CompletableFuture<String> bad =
        store.change(
            journal -> {
              journal.enter(booking("b-2", person("p2"), lesson(1), "w4"), act(Deed.BOOKED));
              throw new IllegalArgumentException("no");
            },
            () -> undone.add("bad"));
    CompletableFuture<String> good =
        submit(it -> it.enter(booking("b-3", person("p3"), lesson(1), "w4"), act(Deed.BOOKED)));
    gate.countDown();
    assertThat(first.join()).isEqualTo("kept");
    assertThat(good.join()).isEqualTo("kept");
    assertThatThrownBy(bad::join).hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(undone).containsExactly("bad");
    assertThat(store.find(new BookingId("b-2"))).isEmpty();
  }

  private CompletableFuture<String> blocked(CountDownLatch gate) {
    return submit(journal -> {
      try {
        gate.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    });
  }

  /** Memory is a stack here: whoever is undone must find himself on top. */
  @Test
  void whatIsUndoneIsUndoneLastFirstAndOnlyTheOneAtFaultFails() {
    enter(booking("b-0", person("p9"), lesson(1), "w5"));
    Deque<String> memory = new ArrayDeque<>();
    List<String> faults = new ArrayList<>();
    CountDownLatch gate = new CountDownLatch(1);
    List<CompletableFuture<String>> answers = new ArrayList<>();
    answers.add(blocked(gate));
    for (int i = 1; i <= 8; i++) {
      String id = "b-" + i;
      Booking each =
          booking(id, person("p1" + i), lesson(1), i == 5 ? "w5" : i < 5 ? "w" + i : "v" + (i - 4));
      answers.add(
          store.change(
              journal -> {
                memory.push(id);
                journal.enter(each, act(Deed.BOOKED));
                return id;
              },
              () -> {
                String top = memory.isEmpty() ? "nothing" : memory.pop();
                if (!top.equals(id)) {
                  faults.add(id + " was undone while " + top + " was on top");
                }
              }));
    }
    gate.countDown();
    for (int i = 1; i <= 8; i++) {
      CompletableFuture<String> answer = answers.get(i);
      if (i == 5) {
        assertThatThrownBy(answer::join).hasCauseInstanceOf(DoublePromiseException.class);
      } else {
        assertThat(answer.join()).isEqualTo("b-" + i);
      }
    }
    assertThat(faults).isEmpty();
    assertThat(memory).containsExactly("b-8", "b-7", "b-6", "b-4", "b-3", "b-2", "b-1");
    assertThat(district.bookingData.number("SELECT count(*) FROM booking")).isEqualTo(8);
  }

  @Test
  void aRestartRebuildsMemoryAndBothAgree() {
    BookingDesk desk = district.bookings;
    for (int i = 1; i <= 9; i++) {
      desk.place(
          BookingFixture.wish(
              "b-" + i, person("p" + i), BookingFixture.any(1 + i % 3), lesson(1 + i % 4)));
    }
    BookingFixture.cancel(desk, "b-2");
    Instant since = MONDAY_10;
    List<Booking> before = desk.inLab(new LabId("l1"), TimeSlot.of(since, Duration.ofDays(1)));
    reopen();
    assertThat(district.bookings.inLab(new LabId("l1"), TimeSlot.of(since, Duration.ofDays(1))))
        .isEqualTo(before)
        .hasSize(9);
    assertThat(store.inLab(new LabId("l1"), TimeSlot.of(since, Duration.ofDays(1))))
        .containsExactlyInAnyOrderElementsOf(before);
  }
}
