package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can be done to bookings, in random order, against a list: after each step memory,
 * masks, store and list hold the same, and nothing is promised twice.
 */
class RandomDeedsIT {
  private static final int STEPS = 120;
  private static final Requester BY = Requester.of("lib");
  private static final TimeSlot WHOLE =
      TimeSlot.of(MONDAY_10.minus(Duration.ofDays(1)), Duration.ofDays(4));

  private final MovableClock clock = new MovableClock(MONDAY_10);
  private final TreeMap<String, Booking> model = new TreeMap<>();
  private TestDistrict district;
  private BookingDesk desk;
  private Random random = new Random();
  private String where = "";
  private int made;

  @BeforeEach
  void open(@TempDir Path folder) {
    district = new TestDistrict(folder, clock);
    desk = newDesk();
  }

  @AfterEach
  void close() {
    district.close();
  }

  private BookingDesk newDesk() {
    return new BookingDesk(
        district.bookingStore, district.rooms, Facts.without(), clock, changed -> {});
  }

  @RepeatedTest(4)
  void memoryMasksStoreAndModelHoldTheSame(RepetitionInfo repetition) {
    long seed = 4_300L + repetition.getCurrentRepetition();
    random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      where = "seed " + seed + ", step " + step;
      switch (random.nextInt(14)) {
        case 0, 1, 2, 3 -> place();
        case 4 -> bundle(Bundle.Mode.EACH);
        case 5 -> bundle(Bundle.Mode.ALL_OR_NOTHING);
        case 6, 7 -> any(this::move);
        case 8 -> any(this::resize);
        case 9 -> any(this::split);
        case 10 -> any(it -> took(desk.confirm(it.id(), it.version(), BY)));
        case 11 -> any(this::cancel);
        case 12 -> workThatThrows();
        default -> timePasses();
      }
      everythingHoldsTheSame();
    }
    desk = newDesk(); // a restart reads the store and proves it
    everythingHoldsTheSame();
  }

  // --- deeds ------------------------------------------------------------------------------------

  private TimeSlot slot() {
    return TimeSlot.of(
        MONDAY_10.plus(Duration.ofMinutes(5L * random.nextInt(110))),
        Duration.ofMinutes(5L * (1 + random.nextInt(24))));
  }

  private BookingWish wish(Terms terms) {
    Holder holder =
        random.nextInt(3) == 0
            ? BookingFixture.group("g1")
            : BookingFixture.person("p" + (1 + random.nextInt(9)));
    SeatWish seats =
        random.nextInt(3) == 0
            ? BookingFixture.seats("w" + (1 + random.nextInt(10)))
            : BookingFixture.any(1 + random.nextInt(5));
    return new BookingWish(
        new BookingId("b-" + made++),
        holder,
        TestDistrict.L1,
        seats,
        slot(),
        Purpose.OTHER,
        "",
        "lib",
        terms);
  }

  private void place() {
    Terms terms =
        random.nextInt(3) == 0
            ? new Terms(Online.NONE, Duration.ofMinutes(1 + random.nextInt(30)), null, null)
            : Terms.PLAIN;
    BookingWish wish = wish(terms);
    boolean possible = possible(wish, Optional.empty());
    BookingOutcome outcome = desk.place(wish);
    assertThat(outcome instanceof BookingOutcome.Placed)
        .as(where + ": " + wish)
        .isEqualTo(possible);
    if (outcome instanceof BookingOutcome.Placed placed) {
      assertThat(placed.booking().slot()).as(where).isEqualTo(wish.slot());
      stands(placed.booking());
    }
  }

  private void bundle(Bundle.Mode mode) {
    SeriesId id = new SeriesId("s-" + made);
    List<BookingWish> wishes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      wishes.add(wish(Terms.PLAIN.inSeries(id)));
    }
    TreeMap<String, Booking> before = new TreeMap<>(model);
    Series series =
        new Series(id, Series.Kind.RECURRING, "", "", Online.NONE, "lib", clock.instant());
    BundleOutcome outcome = desk.place(new Bundle(series, wishes, mode));
    boolean whole = true;
    for (int i = 0; i < wishes.size(); i++) {
      boolean possible = possible(wishes.get(i), Optional.empty());
      whole &= possible;
      BookingOutcome each = outcome.each().get(i);
      assertThat(each instanceof BookingOutcome.Placed).as(where + ", " + i).isEqualTo(possible);
      if (each instanceof BookingOutcome.Placed placed) {
        stands(placed.booking());
      }
    }
    if (mode == Bundle.Mode.ALL_OR_NOTHING && !whole) {
      assertThat(outcome.kept()).as(where).isEqualTo(BundleOutcome.Kept.NOTHING);
      model.clear();
      model.putAll(before);
    }
  }

  private void move(Booking booking) {
    TimeSlot to = slot();
    Amendment amendment =
        new Amendment(to, null, BookingFixture.any(1 + random.nextInt(4)), null, null);
    change(booking, amendment);
  }

  private void resize(Booking booking) {
    Instant end = booking.slot().start().plus(Duration.ofMinutes(5L * (1 + random.nextInt(30))));
    change(
        booking, new Amendment(new TimeSlot(booking.slot().start(), end), null, null, null, null));
  }

  private void change(Booking booking, Amendment amendment) {
    assertThat(desk.amend(booking.id(), booking.version() + 1, amendment, BY))
        .as(where)
        .isInstanceOf(ChangeOutcome.Outdated.class);
    boolean possible = possible(amendment.wish(booking, BY), Optional.of(booking));
    ChangeOutcome outcome = desk.amend(booking.id(), booking.version(), amendment, BY);
    assertThat(outcome instanceof ChangeOutcome.Changed)
        .as(where + ": " + booking.slot() + " to " + amendment)
        .isEqualTo(possible);
    took(outcome);
  }

  private void split(Booking booking) {
    long marks = booking.slot().length().toMinutes() / 5;
    Instant at = booking.slot().start().plus(Duration.ofMinutes(5L * random.nextLong(marks)));
    ChangeOutcome outcome =
        desk.split(booking.id(), booking.version(), at, new BookingId("b-" + made++), BY);
    assertThat(outcome instanceof ChangeOutcome.Changed)
        .as(where)
        .isEqualTo(at.isAfter(booking.slot().start()));
    took(outcome);
  }

  private void cancel(Booking booking) {
    Scope scope = random.nextBoolean() ? Scope.FOLLOWING : Scope.ONE;
    Set<String> expected = new HashSet<>(Set.of(booking.id().value()));
    SeriesId series = booking.series();
    if (scope == Scope.FOLLOWING && series != null) {
      live(it -> series.equals(it.series()) && !it.slot().start().isBefore(booking.slot().start()))
          .forEach(it -> expected.add(it.id().value()));
    }
    ChangeOutcome outcome = desk.cancel(booking.id(), booking.version(), scope, BY);
    assertThat(outcome).as(where).isInstanceOf(ChangeOutcome.Changed.class);
    assertThat(((ChangeOutcome.Changed) outcome).after())
        .as(where)
        .extracting(it -> it.id().value())
        .containsExactlyInAnyOrderElementsOf(expected);
    took(outcome);
  }

  private void workThatThrows() {
    List<Booking> live = live(it -> true);
    assertThatThrownBy(() ->
            desk.work(
                    work -> {
                      desk.counter().place(work, wish(Terms.PLAIN));
                      if (!live.isEmpty()) {
                        Booking one = live.get(random.nextInt(live.size()));
                        desk.counter().cancel(work, one.id(), one.version(), Scope.ONE, BY);
                      }
                      throw new IllegalStateException("on purpose");
                    })
                .join())
        .as(where)
        .isInstanceOf(CompletionException.class);
  }

  private void timePasses() {
    clock.pass(Duration.ofMinutes(5L * (1 + random.nextInt(4))));
    desk.tick(clock.instant());
    for (Booking held : live(it -> it.status() == BookingStatus.HELD)) {
      Instant until = held.heldUntil();
      if (until != null && !clock.instant().isBefore(until)) {
        stands(held.with(BookingStatus.EXPIRED));
      }
    }
  }

  // --- the model --------------------------------------------------------------------------------

  private void stands(Booking booking) {
    model.put(booking.id().value(), booking);
  }

  private void took(ChangeOutcome outcome) {
    if (outcome instanceof ChangeOutcome.Changed changed) {
      changed.after().forEach(this::stands);
    }
  }

  private List<Booking> live(Predicate<Booking> which) {
    return model.values().stream().filter(it -> it.isLive() && which.test(it)).toList();
  }

  private interface Deed {
    void to(Booking booking);
  }

  private void any(Deed deed) {
    List<Booking> live = live(it -> it.slot().start().isAfter(clock.instant()));
    if (!live.isEmpty()) {
      deed.to(live.get(random.nextInt(live.size())));
    }
  }

  private boolean possible(BookingWish wish, Optional<Booking> own) {
    TimeSlot slot = wish.slot();
    List<Booking> beside =
        live(it ->
            it.slot().overlaps(slot)
                && own.filter(moving -> moving.id().equals(it.id())).isEmpty());
    boolean busy =
        wish.holder() instanceof Holder.OfPerson
            && beside.stream().anyMatch(it -> it.holder().equals(wish.holder()));
    boolean late =
        slot.start().isBefore(clock.instant().minus(BookingPolicies.LATEST_START))
            || !slot.end().isAfter(clock.instant());
    boolean closed = slot.end().isAfter(MONDAY_10.plus(Duration.ofHours(10)));
    Set<WorkstationId> taken = new HashSet<>();
    beside.forEach(it -> taken.addAll(it.seats()));
    boolean seats =
        switch (wish.seats()) {
          case SeatWish.Any any -> 10 - taken.size() >= any.count();
          case SeatWish.Named named -> named.seats().stream().noneMatch(taken::contains);
          case SeatWish.Whole whole -> taken.isEmpty();
        };
    return !busy && !late && !closed && seats;
  }

  private void everythingHoldsTheSame() {
    List<Booking> expected =
        model.values().stream()
            .sorted((one, other) -> one.id().value().compareTo(other.id().value()))
            .toList();
    LabId lab = TestDistrict.L1;
    assertThat(desk.inLab(lab, WHOLE))
        .as(where + ": memory")
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(district.bookingStore.inLab(lab, WHOLE))
        .as(where + ": store")
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(district.number(BookingAudit.DOUBLES)).as(where + ": doubles").isZero();
    for (int i = 0; i < 5; i++) {
      TimeSlot slot = slot();
      Set<WorkstationId> taken = new HashSet<>();
      live(it -> it.slot().overlaps(slot)).forEach(it -> taken.addAll(it.seats()));
      assertThat(desk.freeSeats(lab, slot, Set.of()))
          .as(where + ": masks at " + slot)
          .hasSize(10 - taken.size())
          .noneMatch(taken::contains);
    }
  }
}
