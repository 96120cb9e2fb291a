package kafedra.controller.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Act.Deed;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.slot.Marks;
import org.jspecify.annotations.Nullable;

/** What is done to the schedule within one piece of work, step by step. For the writer's thread. */
final class Counter {
  private final Schedule schedule;
  private final Rooms rooms;
  private final Judge judge;
  private final Displacing displacing;
  private final InstantSource clock;

  Counter(Schedule schedule, Rooms rooms, Judge judge, Displacing displacing, InstantSource clock) {
    this.schedule = schedule;
    this.rooms = rooms;
    this.judge = judge;
    this.displacing = displacing;
    this.clock = clock;
  }

  /** Grants a wish, or says why not; without suggestions. */
  BookingOutcome place(BookingWork work, BookingWish wish) {
    Optional<Booking> known = schedule.find(wish.id());
    if (known.isPresent()) {
      return repeated(known.get(), wish);
    }
    if (!rooms.knows(wish.holder())) {
      return refused(List.of(new Refusal.UnknownHolder(wish.holder())));
    }
    Instant now = clock.instant();
    expireHolds(work, now);
    return switch (judge.judge(wish, Optional.empty())) {
      case Verdict.Impossible not -> displacing(work, wish, not, now);
      case Verdict.Possible can ->
          entered(work, wish, can.room(), can.seats(), can.ruling(), List.of(), now);
    };
  }

  /** Whether room was made. */
  private sealed interface MakingRoom {
    record Made(Policy.Case it, Displacing.Plan.Possible plan) implements MakingRoom {}

    record NotMade(List<Refusal> reasons) implements MakingRoom {}
  }

  private BookingOutcome displacing(
      BookingWork work, BookingWish wish, Verdict.Impossible not, Instant now) {
    return switch (makeRoom(work, wish, Optional.empty(), not, now)) {
      case MakingRoom.NotMade none -> refused(none.reasons());
      case MakingRoom.Made made ->
          entered(
              work,
              wish,
              made.it().room(),
              made.plan().seats(),
              judge.ruling(made.it()),
              made.plan().displaced(),
              now);
    };
  }

  /** Makes room for what could not be granted, if it may and can; all of it or nothing. */
  private MakingRoom makeRoom(
      BookingWork work,
      BookingWish wish,
      Optional<Booking> moving,
      Verdict.Impossible not,
      Instant now) {
    Optional<Policy.Case> laid = not.room().map(room -> judge.lay(wish, room, moving));
    Optional<Displacing.Plan> plan = laid.flatMap(it -> displacing.plan(it, not.reasons()));
    if (laid.isEmpty() || plan.isEmpty()) {
      return new MakingRoom.NotMade(not.reasons());
    }
    return switch (plan.get()) {
      case Displacing.Plan.Impossible fixed -> {
        List<Refusal> reasons = new ArrayList<>(not.reasons());
        reasons.add(fixed.why());
        yield new MakingRoom.NotMade(reasons);
      }
      case Displacing.Plan.Possible can -> {
        for (BookingOutcome.Displaced each : can.displaced()) {
          work.replace(each.before(), each.after(), displaced(wish, each, now));
        }
        yield new MakingRoom.Made(laid.get(), can);
      }
    };
  }

  private static Act displaced(BookingWish wish, BookingOutcome.Displaced each, Instant now) {
    Deed deed = each.after().isLive() ? Deed.MOVED : Deed.CANCELLED;
    String detail =
        "rule=%s; for=%s; from=%s; to=%s"
            .formatted(
                PolicyName.PURPOSE_ORDER,
                wish.id(),
                each.before().seats(),
                each.after().isLive() ? each.after().seats() : "[]");
    return new Act(wish.madeBy(), now, deed, detail);
  }

  private static BookingOutcome entered(
      BookingWork work,
      BookingWish wish,
      Room room,
      List<WorkstationId> seats,
      Ruling ruling,
      List<BookingOutcome.Displaced> displaced,
      Instant now) {
    Booking booking = Booking.of(wish, room, seats, now);
    Deed deed = booking.heldUntil() == null ? Deed.BOOKED : Deed.HELD;
    String detail = wish.text() + "; seats=" + booking.seats() + ruling.text();
    work.enter(
        booking,
        new Act(wish.madeBy(), now, deed, detail + Requester.reason(wish.terms().override())));
    return new BookingOutcome.Placed(booking, ruling.warnings(), displaced);
  }

  private static BookingOutcome repeated(Booking known, BookingWish wish) {
    return known.isLive() && known.wish().equals(wish.text())
        ? new BookingOutcome.AlreadyPlaced(known)
        : refused(List.of(new Refusal.IdInUse()));
  }

  private static BookingOutcome refused(List<Refusal> reasons) {
    return new BookingOutcome.Refused(reasons, List.of());
  }

  /** Writes down that a wish was refused. */
  Booking refuse(BookingWork work, BookingWish wish, Room room) {
    Instant now = clock.instant();
    Booking refused = Booking.refused(wish, room, now);
    work.enter(refused, new Act(wish.madeBy(), now, Deed.REFUSED, wish.text()));
    return refused;
  }

  /** Moves, shortens, stretches or renames a booking, if its version is the one that was read. */
  ChangeOutcome amend(
      BookingWork work, BookingId id, int version, Amendment amendment, Requester by) {
    expireHolds(work, clock.instant());
    return unlessOutdated(id, version, booking -> amend(work, booking, amendment, by));
  }

  /** Thrown to undo a piece of work of which one part cannot be. */
  static final class NotAll extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ChangeOutcome outcome;

    private NotAll(ChangeOutcome outcome) {
      super("undone on purpose", null, false, false);
      this.outcome = outcome;
    }

    ChangeOutcome outcome() {
      return outcome;
    }
  }

  /**
   * As {@link #amend}, and all of its series that follow by as much on the wall clock.
   *
   * @throws NotAll if one cannot be; the work is to be undone
   */
  ChangeOutcome amendFollowing(
      BookingWork work, BookingId id, int version, Amendment amendment, Requester by) {
    expireHolds(work, clock.instant());
    return unlessOutdated(
        id,
        version,
        booking -> {
          ZoneId zone = rooms.room(booking.lab()).map(Room::zone).orElse(ZoneOffset.UTC);
          TimeSlot target = amendment.slot() == null ? booking.slot() : amendment.slot();
          Shift shift = Shift.between(booking.slot(), target, zone);
          List<Booking> all = reached(booking, Scope.FOLLOWING);
          // whoever moves into the place of the next goes after it
          List<Booking> inOrder = shift.isEarlier() ? all : all.reversed();
          List<Booking> changed = new ArrayList<>();
          for (Booking each : inOrder) {
            @Nullable TimeSlot to = amendment.slot() == null ? null : shift.of(each.slot(), zone);
            ChangeOutcome outcome = amend(work, each, amendment.at(to), by);
            if (!(outcome instanceof ChangeOutcome.Changed one)) {
              throw new NotAll(outcome);
            }
            changed.addAll(one.after());
          }
          return new ChangeOutcome.Changed(
              booking, shift.isEarlier() ? changed : changed.reversed());
        });
  }

  private ChangeOutcome amend(
      BookingWork work, Booking booking, Amendment amendment, Requester by) {
    BookingWish wish = amendment.wish(booking, by);
    if (!amendment.moves()) {
      Booking after = booking.about(wish.purpose(), wish.label());
      String detail = "purpose=" + after.purpose() + "; label=" + after.label();
      return replaced(work, booking, after, by, Deed.CHANGED, detail);
    }
    Optional<Booking> moving = Optional.of(booking);
    return switch (judge.judge(wish, moving)) {
      case Verdict.Possible can ->
          moved(work, booking, wish, can.room(), can.seats(), can.ruling().text(), List.of(), by);
      case Verdict.Impossible not ->
          switch (makeRoom(work, wish, moving, not, clock.instant())) {
            case MakingRoom.NotMade none -> new ChangeOutcome.Refused(none.reasons(), List.of());
            case MakingRoom.Made made ->
                moved(
                    work,
                    booking,
                    wish,
                    made.it().room(),
                    made.plan().seats(),
                    judge.ruling(made.it()).text(),
                    made.plan().displaced(),
                    by);
          };
    };
  }

  private ChangeOutcome moved(
      BookingWork work,
      Booking before,
      BookingWish wish,
      Room room,
      List<WorkstationId> seats,
      String ruling,
      List<BookingOutcome.Displaced> displaced,
      Requester by) {
    Booking after =
        before
            .about(wish.purpose(), wish.label())
            .movedTo(room, wish.slot(), seats)
            .at(before.version() + 1);
    work.replace(before, after, act(by, Deed.MOVED, moved(before, after) + ruling));
    return new ChangeOutcome.Changed(before, List.of(after), displaced);
  }

  private static String moved(Booking before, Booking after) {
    return "from=%s %s %s; to=%s %s %s"
        .formatted(
            before.slot(), before.lab(), before.seats(), after.slot(), after.lab(), after.seats());
  }

  /** Makes a hold a promise. */
  ChangeOutcome confirm(BookingWork work, BookingId id, int version, Requester by) {
    expireHolds(work, clock.instant());
    return unlessOutdated(
        id,
        version,
        booking ->
            booking.status() == BookingStatus.CONFIRMED
                ? new ChangeOutcome.Changed(booking, List.of(booking))
                : replaced(
                    work, booking, booking.with(BookingStatus.CONFIRMED), by, Deed.CONFIRMED, ""));
  }

  /** Makes two bookings of one, at a five-minute mark within it. */
  ChangeOutcome split(
      BookingWork work, BookingId id, int version, Instant at, BookingId second, Requester by) {
    return unlessOutdated(
        id,
        version,
        booking -> {
          TimeSlot slot = booking.slot();
          if (!Marks.isOn(at)) {
            return new ChangeOutcome.Refused(
                List.of(new Refusal.OffTheMarks(Marks.STEP)), List.of());
          }
          if (!slot.start().isBefore(at) || !at.isBefore(slot.end())) {
            return new ChangeOutcome.Refused(List.of(new Refusal.NotWithin(slot)), List.of());
          }
          if (schedule.find(second).isPresent()) {
            return new ChangeOutcome.Refused(List.of(new Refusal.IdInUse()), List.of());
          }
          return split(work, booking, at, second, by);
        });
  }

  private ChangeOutcome split(
      BookingWork work, Booking booking, Instant at, BookingId second, Requester by) {
    Instant now = clock.instant();
    Booking first = booking.lasting(new TimeSlot(booking.slot().start(), at));
    Booking rest = booking.part(second, new TimeSlot(at, booking.slot().end()));
    work.replace(
        booking, first, new Act(by.actor(), now, Deed.SPLIT, "at=" + at + "; rest=" + second));
    work.enter(rest, new Act(by.actor(), now, Deed.SPLIT, "of=" + booking.id()));
    return new ChangeOutcome.Changed(booking, List.of(first, rest));
  }

  /** Takes a booking back, and perhaps what follows it in its series. */
  ChangeOutcome cancel(BookingWork work, BookingId id, int version, Scope scope, Requester by) {
    return unlessOutdated(
        id,
        version,
        booking -> {
          List<Booking> gone = new ArrayList<>();
          for (Booking each : reached(booking, scope)) {
            Booking after = each.with(BookingStatus.CANCELLED);
            work.replace(each, after, act(by, Deed.CANCELLED, ""));
            gone.add(after);
          }
          return new ChangeOutcome.Changed(booking, gone);
        });
  }

  private List<Booking> reached(Booking booking, Scope scope) {
    if (scope == Scope.ONE || booking.series() == null) {
      return List.of(booking);
    }
    return schedule.ofSeries(booking.series()).stream()
        .filter(Booking::isLive)
        .filter(it -> !it.slot().start().isBefore(booking.slot().start()))
        .toList();
  }

  /** Makes holds whose time is up no obstacle any more. */
  void expireHolds(BookingWork work, Instant now) {
    for (Booking held : schedule.lapsed(now)) {
      work.replace(
          held,
          held.with(BookingStatus.EXPIRED),
          new Act(Act.PROGRAM, now, Deed.EXPIRED, "until=" + held.heldUntil()));
    }
  }

  private interface Change {
    ChangeOutcome of(Booking booking);
  }

  private ChangeOutcome unlessOutdated(BookingId id, int version, Change change) {
    Optional<Booking> known = schedule.find(id);
    if (known.isEmpty()) {
      return new ChangeOutcome.NoSuchBooking();
    }
    Booking booking = known.get();
    if (!booking.isLive()) {
      return new ChangeOutcome.NotLive(booking);
    }
    return booking.version() == version ? change.of(booking) : new ChangeOutcome.Outdated(booking);
  }

  private ChangeOutcome replaced(
      BookingWork work, Booking before, Booking after, Requester by, Deed deed, String detail) {
    work.replace(before, after, act(by, deed, detail));
    return new ChangeOutcome.Changed(before, List.of(after));
  }

  private Act act(Requester by, Deed deed, String detail) {
    return new Act(by.actor(), clock.instant(), deed, detail + by.reason());
  }
}
