package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.policy.PolicyName;

/**
 * The one place where seats are promised, to staff and to kiosks alike. A wish is judged against
 * the schedule in memory and written within one piece of work of the one writer, so nothing can
 * come between; should memory err all the same, because others write in the same store, the store
 * refuses the double promise and tells what it knows, and the wish is judged again.
 */
public final class BookingDesk {
  /** How often a wish is judged anew after the store knew better. */
  private static final int ATTEMPTS = 4;

  private final BookingStore store;
  private final Rooms rooms;
  private final InstantSource clock;
  private final BookingListener listener;
  private final Schedule schedule;
  private final Facts facts;
  private final BookingPolicies policies;
  private final Judge judge;
  private final Displacing displacing;
  private final Counter counter;
  private final Bundles bundles;
  private final FreeSlots freeSlots;
  private final EarliestSeats earliestSeats;

  /** Reads the schedule from the store. */
  public BookingDesk(
      BookingStore store, Rooms rooms, Facts facts, InstantSource clock, BookingListener listener) {
    this(store, rooms, facts, clock, listener, new BookingPolicies(BookingPolicies.ALL));
  }

  /** With other policies than all. */
  BookingDesk(
      BookingStore store,
      Rooms rooms,
      Facts facts,
      InstantSource clock,
      BookingListener listener,
      BookingPolicies policies) {
    this.store = store;
    this.rooms = rooms;
    this.clock = clock;
    this.listener = listener;
    this.facts = facts;
    this.policies = policies;
    this.schedule = Schedule.of(store, clock.instant());
    this.judge = new Judge(schedule, rooms, facts, clock, policies);
    this.displacing = new Displacing(schedule, policies);
    this.counter = new Counter(schedule, rooms, judge, displacing, clock);
    this.bundles = new Bundles(counter);
    this.freeSlots = new FreeSlots(schedule, judge);
    this.earliestSeats = new EarliestSeats(schedule, rooms, clock);
    store.follow(this::takeIn);
  }

  // --- pieces of work ---------------------------------------------------------------------------

  /**
   * Does a piece of work, and tells of what it changed after the commit.
   *
   * @return completes after the commit; exceptionally when nothing was kept
   */
  <T> CompletableFuture<T> work(Function<BookingWork, T> piece) {
    return work(piece, ATTEMPTS);
  }

  private <T> CompletableFuture<T> work(Function<BookingWork, T> piece, int attempts) {
    BookingWork work = new BookingWork(schedule);
    return store
        .change(journal -> piece.apply(work.on(journal)), work::undo)
        .thenApply(done -> {
          work.changed().forEach(listener::changed);
          return done;
        })
        .exceptionallyCompose(failed -> {
          Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
          return cause instanceof DoublePromiseException && attempts > 1
              ? work(piece, attempts - 1)
              : CompletableFuture.failedFuture(cause);
        });
  }

  /** What others wrote in the same store, told on the writer's thread between pieces of work. */
  private void takeIn(List<Booking> written) {
    schedule.takeIn(written).forEach(listener::changed);
  }

  private static <T> T wait(CompletableFuture<T> outcome) {
    try {
      return outcome.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw failed;
    }
  }

  // --- promising --------------------------------------------------------------------------------

  /**
   * Judges and, if it can be, grants a wish; returns after the commit. A refusal carries
   * suggestions.
   */
  public BookingOutcome place(BookingWish wish) {
    BookingOutcome outcome = wait(submit(wish));
    return outcome instanceof BookingOutcome.Refused refused
        ? withSuggestions(wish, refused)
        : outcome;
  }

  /**
   * As {@link #place}, for many wishes at once: without waiting and without suggestions.
   *
   * @return completes after the commit, on the writer's thread; exceptionally when the store failed
   *     and nothing was kept
   */
  public CompletableFuture<BookingOutcome> submit(BookingWish wish) {
    rooms.knows(wish.holder()); // asked here, so that the one writer need not wait for the answer
    return work(work -> counter.place(work, wish));
  }

  /** What would come of a wish now; a refusal carries suggestions. Nothing is written. */
  public BookingCheck check(BookingWish wish, Optional<BookingId> moving) {
    Optional<Booking> own = moving.flatMap(schedule::find);
    if (!rooms.knows(wish.holder())) {
      return BookingCheck.not(List.of(new Refusal.UnknownHolder(wish.holder())), List.of());
    }
    return switch (judge.judge(wish, own)) {
      case Verdict.Possible can ->
          new BookingCheck(can.seats(), List.of(), List.of(), can.ruling().warnings(), List.of());
      case Verdict.Impossible not -> checkDisplacing(wish, own, not);
    };
  }

  private BookingCheck checkDisplacing(
      BookingWish wish, Optional<Booking> own, Verdict.Impossible not) {
    Optional<Policy.Case> laid = not.room().map(room -> judge.lay(wish, room, own));
    Optional<Displacing.Plan> plan = laid.flatMap(it -> displacing.plan(it, not.reasons()));
    if (plan.isPresent() && plan.get() instanceof Displacing.Plan.Possible can) {
      List<Refusal> warnings = laid.map(judge::ruling).map(Ruling::warnings).orElse(List.of());
      return new BookingCheck(can.seats(), List.of(), List.of(), warnings, can.displaced());
    }
    return BookingCheck.not(not.reasons(), suggestions(wish, own, not.reasons()));
  }

  /** Judges and grants wishes together; returns after the commit. Refusals carry suggestions. */
  public BundleOutcome place(Bundle bundle) {
    return bundled(bundle, work -> bundles.place(work, bundle));
  }

  /** What would come of wishes that are made together; nothing is written. */
  public BundleOutcome check(Bundle bundle) {
    return bundled(
        bundle,
        work -> {
          throw bundles.check(work, bundle);
        });
  }

  private BundleOutcome bundled(Bundle bundle, Function<BookingWork, BundleOutcome> piece) {
    BundleOutcome outcome;
    try {
      outcome = wait(work(piece));
    } catch (Bundles.NothingKept undone) {
      outcome = undone.outcome();
    }
    if (bundle.series().kind() == Series.Kind.EVENT) {
      return new BundleOutcome(outcome.kept(), outcome.each(), suggestions(bundle, outcome));
    }
    List<BookingOutcome> told = new ArrayList<>();
    for (int i = 0; i < bundle.wishes().size(); i++) {
      told.add(
          outcome.each().get(i) instanceof BookingOutcome.Refused refused
              ? withSuggestions(bundle.wishes().get(i), refused)
              : outcome.each().get(i));
    }
    return new BundleOutcome(outcome.kept(), told);
  }

  private List<TimeSlot> suggestions(Bundle event, BundleOutcome outcome) {
    if (outcome.each().stream().noneMatch(BookingOutcome.Refused.class::isInstance)) {
      return List.of();
    }
    Schedule copy = schedule.copy(clock.instant());
    return new EventSlots(copy, rooms, counterOf(copy)).next(event, clock.instant());
  }

  private BookingOutcome withSuggestions(BookingWish wish, BookingOutcome.Refused refused) {
    return new BookingOutcome.Refused(
        refused.reasons(), suggestions(wish, Optional.empty(), refused.reasons()));
  }

  private List<TimeSlot> suggestions(
      BookingWish wish, Optional<Booking> moving, List<Refusal> reasons) {
    return rooms
        .room(wish.lab())
        .map(room -> freeSlots.instead(room, wish, moving, reasons, clock.instant()))
        .orElse(List.of());
  }

  // --- many at once -----------------------------------------------------------------------------

  /**
   * Does several things in one act; returns after the commit. What the piece throws undoes it all
   * and is thrown on. The piece may run again, when the store knew better.
   */
  public <T> T together(Function<Steps, T> piece) {
    return wait(work(work -> piece.apply(new Steps(counter, work, schedule))));
  }

  /** Tries several things on a copy of the schedule; nothing is kept, and nobody else sees it. */
  public <T> T rehearse(Function<Steps, T> piece) {
    Schedule copy = schedule.copy(clock.instant());
    BookingWork unkept = new BookingWork(copy).on(Steps.Nowhere.NOWHERE);
    return piece.apply(new Steps(counterOf(copy), unkept, copy));
  }

  private Counter counterOf(Schedule copy) {
    Judge its = new Judge(copy, rooms, facts, clock, policies);
    return new Counter(copy, rooms, its, new Displacing(copy, policies), clock);
  }

  // --- changing ---------------------------------------------------------------------------------

  /** Moves, shortens, stretches or renames a booking; returns after the commit. */
  public ChangeOutcome amend(BookingId id, int version, Amendment amendment, Requester by) {
    ChangeOutcome outcome = wait(work(work -> counter.amend(work, id, version, amendment, by)));
    if (outcome instanceof ChangeOutcome.Refused refused) {
      return find(id)
          .<ChangeOutcome>map(own ->
              new ChangeOutcome.Refused(
                  refused.reasons(),
                  suggestions(amendment.wish(own, by), Optional.of(own), refused.reasons())))
          .orElse(refused);
    }
    return outcome;
  }

  /** What would come of an amendment now. Nothing is written. */
  public Optional<BookingCheck> check(BookingId id, Amendment amendment, Requester by) {
    return find(id).map(own -> check(amendment.wish(own, by), Optional.of(id)));
  }

  /**
   * As {@link #amend}, and all of its series that follow by as much on the wall clock, or none;
   * returns after the commit. A refusal is of the first that cannot be.
   */
  public ChangeOutcome amendFollowing(
      BookingId id, int version, Amendment amendment, Requester by) {
    try {
      return wait(work(work -> counter.amendFollowing(work, id, version, amendment, by)));
    } catch (Counter.NotAll undone) {
      return undone.outcome();
    }
  }

  /** Makes a hold a promise; returns after the commit. */
  public ChangeOutcome confirm(BookingId id, int version, Requester by) {
    return wait(work(work -> counter.confirm(work, id, version, by)));
  }

  /**
   * Makes two bookings of one; returns after the commit.
   *
   * @param at within the booking, on a five-minute mark
   * @param second id of the later part
   */
  public ChangeOutcome split(
      BookingId id, int version, Instant at, BookingId second, Requester by) {
    return wait(work(work -> counter.split(work, id, version, at, second, by)));
  }

  /** Takes back a booking, and perhaps what follows it; returns after the commit. */
  public ChangeOutcome cancel(BookingId id, int version, Scope scope, Requester by) {
    return wait(work(work -> counter.cancel(work, id, version, scope, by)));
  }

  /** Lets go of holds whose time is up, and of what is too old to be asked for. */
  public void tick(Instant now) {
    if (!schedule.lapsed(now).isEmpty()) {
      wait(
          work(work -> {
            counter.expireHolds(work, now);
            return now;
          }));
    }
  }

  /** Forgets in memory what ended long ago; the store keeps it. */
  public void forgetOld(Instant now) {
    Instant before = now.minus(Schedule.KEPT);
    if (schedule.since().isBefore(before.minus(Duration.ofDays(1)))) {
      wait(
          store.change(
              journal -> {
                schedule.forget(before);
                return before;
              },
              () -> {}));
    }
  }

  Schedule schedule() {
    return schedule;
  }

  Counter counter() {
    return counter;
  }

  /** Does a piece of work; returns after the commit. */
  <T> T workNow(Function<BookingWork, T> piece) {
    return wait(work(piece));
  }

  /** Live bookings that have begun and are not over. */
  List<Booking> running(Instant now) {
    return schedule.running(now);
  }

  /** Whether a rule is in force at a school. */
  boolean holds(PolicyName name, SchoolId school) {
    return policies.holds(name, facts.rules().of(school));
  }

  // --- reading ----------------------------------------------------------------------------------

  public Optional<Booking> find(BookingId id) {
    return schedule.find(id).or(() -> store.find(id));
  }

  /**
   * Those of the bookings that touch the range, in no order; without what ended before {@link
   * Schedule#KEPT}.
   */
  public List<Booking> among(Collection<BookingId> ids, TimeSlot range) {
    return ids.stream()
        .flatMap(id -> schedule.find(id).stream())
        .filter(booking -> booking.slot().overlaps(range))
        .toList();
  }

  /** What was done to a booking, oldest first. */
  public List<Act> history(BookingId id) {
    return store.history(id);
  }

  public Optional<Series> series(SeriesId id) {
    return store.series(id);
  }

  /** Bookings of a series of any status, by start; without what ended long ago. */
  public List<Booking> ofSeries(SeriesId id) {
    return schedule.ofSeries(id);
  }

  private boolean reaches(TimeSlot range) {
    return !range.start().isBefore(schedule.since());
  }

  /** Bookings of any status that touch the range, by start. */
  public List<Booking> inLab(LabId lab, TimeSlot range) {
    return reaches(range) ? schedule.inLab(lab, range) : store.inLab(lab, range);
  }

  /** As {@link #inLab}, of all labs of the school. */
  public List<Booking> inSchool(SchoolId school, TimeSlot range) {
    return reaches(range)
        ? rooms.labsOf(school).stream().flatMap(lab -> inLab(lab, range).stream()).toList()
        : store.inSchool(school, range);
  }

  /** The person's own bookings of any status that touch the range, by start. */
  public List<Booking> ofPerson(PersonId person, TimeSlot range) {
    return reaches(range) ? schedule.ofPerson(person, range) : store.ofPerson(person, range);
  }

  /** The person's own bookings of any status that end after {@code from}, by start. */
  public List<Booking> ofPerson(PersonId person, Instant from, int most) {
    TimeSlot range = TimeSlot.of(from, Duration.ofDays(2L * BookingPolicies.DAYS_AHEAD));
    return ofPerson(person, range).stream().limit(most).toList();
  }

  /** As {@link #ofPerson}, of the group. */
  public List<Booking> ofGroup(GroupId group, TimeSlot range) {
    return reaches(range) ? schedule.ofGroup(group, range) : store.ofGroup(group, range);
  }

  /**
   * What kiosks asked for in the lab, whatever the answer, if it ends after {@code since} or was
   * answered after it.
   */
  public List<Booking> answeredSince(LabId lab, Instant since) {
    TimeSlot all =
        new TimeSlot(
            schedule.since(), since.plus(Duration.ofDays(2L * BookingPolicies.DAYS_AHEAD)));
    return schedule.inLab(lab, all).stream()
        .filter(booking -> booking.madeBy().startsWith(KioskRequests.FROM_KIOSK))
        .filter(booking -> booking.slot().end().isAfter(since) || booking.madeAt().isAfter(since))
        .toList();
  }

  /**
   * Seats of the lab with these features that nobody is promised at any time within the slot, best
   * first.
   */
  public List<WorkstationId> freeSeats(LabId lab, TimeSlot slot, Set<Feature> features) {
    return rooms.room(lab).map(room -> free(room, slot, features)).orElse(List.of());
  }

  private List<WorkstationId> free(Room room, TimeSlot slot, Set<Feature> features) {
    List<WorkstationId> all = room.seats().stream().map(Room.Seat::id).toList();
    Set<WorkstationId> taken = schedule.board(room.lab()).taken(slot, all, List.of());
    return SeatChoice.fitting(room, features, taken);
  }

  /** Where and when so many seats are free first; empty when nowhere within the days asked for. */
  public Optional<Earliest.Place> earliest(Earliest.Question question) {
    return earliestSeats.find(question);
  }

  /**
   * The next slots, nearest first, in which such a wish could be granted; at most {@value
   * FreeSlots#SUGGESTIONS}.
   */
  public List<TimeSlot> nextFree(BookingWish wish) {
    return suggestions(wish, Optional.empty(), List.of());
  }
}
