package kafedra.kiosk.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.queue.Waiting;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Timetable;
import kafedra.kiosk.seat.Agents;
import kafedra.kiosk.session.Refusal.Plain;

/** Gives out seats and time by the building's rules. For the desk's thread alone. */
public final class Seating {
  /** An extension shorter than this is not worth a touch. */
  private static final Duration LEAST_EXTENSION = Duration.ofMinutes(1);

  private final Replica replica;
  private final Timetable timetable;
  private final Agents agents;
  private final Sessions sessions;
  private final Waiting waiting;
  private final Room room;
  private final ScreenBudget budget;
  private final DeviceClock clock;

  public Seating(
      Replica replica,
      Timetable timetable,
      Agents agents,
      Sessions sessions,
      Waiting waiting,
      Room room,
      ScreenBudget budget,
      DeviceClock clock) {
    this.replica = replica;
    this.timetable = timetable;
    this.agents = agents;
    this.sessions = sessions;
    this.waiting = waiting;
    this.room = room;
    this.budget = budget;
    this.clock = clock;
  }

  /** What a person could have. */
  public sealed interface Offer {
    /**
     * @param length until the seat would lock
     */
    record Seat(WorkstationId workstation, Optional<ReplicaItem.Booking> booking, Duration length)
        implements Offer {}

    record None(Refusal why) implements Offer {}
  }

  /** Whether the norm of screen time limits what is asked for. */
  public enum Norm {
    HOLDS,
    /** Staff decided otherwise. */
    SET_ASIDE
  }

  /** Whether and how long a person may have this seat. */
  public Offer offer(PersonId person, WorkstationId workstation) {
    return offer(person, workstation, Norm.HOLDS);
  }

  /** As above, perhaps whatever the norm of screen time says. */
  public Offer offer(PersonId person, WorkstationId workstation, Norm norm) {
    return offer(person, workstation, norm, sessions.of(person));
  }

  /** Whether and how long the person of a running session may have another seat instead. */
  public Offer instead(Session session, WorkstationId workstation) {
    return offer(session.person(), workstation, Norm.SET_ASIDE, Optional.empty());
  }

  private Offer offer(
      PersonId person, WorkstationId workstation, Norm norm, Optional<Session> sitting) {
    Optional<ReplicaItem.Seat> seat = replica.seat(workstation);
    if (seat.isEmpty()) {
      return new Offer.None(Plain.NOT_FOUND);
    }
    Instant now = clock.instant();
    Optional<ReplicaItem.Booking> due = room.due(person, now).filter(it -> serves(it, seat.get()));
    // a booking was judged by the norm when it was made
    boolean limited = norm == Norm.HOLDS && due.isEmpty();
    Duration allowed = room.allowance(workstation, person, due, now);
    Duration length =
        limited ? budget.most(person).map(it -> shorter(it, allowed)).orElse(allowed) : allowed;
    SeatRules.Question question =
        new SeatRules.Question(
            person,
            seat.get(),
            room.condition(seat.get(), now),
            room.hold(workstation, now),
            agents.isLocked(workstation),
            timetable.openStretch(workstation, now).isPresent(),
            timetable.closed(seat.get().lab(), now),
            sitting,
            limited ? budget.refusal(person) : Optional.empty(),
            length,
            room.nextInTheWay(workstation, person, now, SeatRules.LEAST));
    return SeatRules.judge(question, timetable)
        .<Offer>map(Offer.None::new)
        .orElseGet(() -> new Offer.Seat(workstation, due, length));
  }

  /** A booking is checked in to on its seat, or on another when its own cannot be had. */
  private boolean serves(ReplicaItem.Booking booking, ReplicaItem.Seat seat) {
    if (booking.seats().contains(seat.id())) {
      return true;
    }
    return booking.seats().stream().noneMatch(own -> isAvailable(own));
  }

  private boolean isAvailable(WorkstationId own) {
    Instant now = clock.instant();
    return replica.seat(own).stream()
        .map(seat -> room.condition(seat, now))
        .anyMatch(it -> it == SeatCondition.FREE || it == SeatCondition.HELD);
  }

  /** Every seat that a person may take now. */
  public List<Offer.Seat> offers(PersonId person) {
    List<Offer.Seat> offers = new ArrayList<>();
    for (ReplicaItem.Seat seat : replica.seats()) {
      if (offer(person, seat.id()) instanceof Offer.Seat offered) {
        offers.add(offered);
      }
    }
    return offers;
  }

  /**
   * The seat for somebody who does not mind which: a booked one, else the one that was called, else
   * the one with the most time that others need least.
   */
  public Offer best(PersonId person) {
    Optional<WorkstationId> called =
        room.calledTo(person).flatMap(ticket -> Optional.ofNullable(ticket.seat()));
    return offers(person).stream()
        .min(
            Comparator.comparing((Offer.Seat offer) -> offer.booking().isEmpty())
                .thenComparing(offer -> !isBookedSeat(offer))
                .thenComparing(offer -> !called.equals(Optional.of(offer.workstation())))
                .thenComparing(Offer.Seat::length, Comparator.reverseOrder())
                .thenComparingLong(offer -> scarcity(offer.workstation())))
        .<Offer>map(offer -> offer)
        .orElseGet(() -> new Offer.None(whyNone(person)));
  }

  private static boolean isBookedSeat(Offer.Seat offer) {
    return offer.booking().filter(it -> it.seats().contains(offer.workstation())).isPresent();
  }

  private long scarcity(WorkstationId workstation) {
    return replica.seat(workstation).stream()
        .flatMap(seat -> seat.features().stream())
        .filter(it -> it != Feature.LINUX && it != Feature.WINDOWS)
        .count();
  }

  /** The reason that matters to the person, of all the seats' reasons. */
  private Refusal whyNone(PersonId person) {
    List<Refusal> reasons = new ArrayList<>();
    for (ReplicaItem.Seat seat : replica.seats()) {
      if (offer(person, seat.id()) instanceof Offer.None(Refusal why)) {
        reasons.add(why);
      }
    }
    if (reasons.contains(Plain.ALREADY_SEATED)) {
      return Plain.ALREADY_SEATED;
    }
    Optional<Refusal> rest =
        reasons.stream().filter(Refusal.RestFirst.class::isInstance).findFirst();
    if (rest.isPresent()) {
      return rest.get();
    }
    Optional<Refusal> closed =
        reasons.stream().filter(Refusal.ClosedToday.class::isInstance).findFirst();
    if (closed.isPresent() && reasons.stream().allMatch(Refusal.ClosedToday.class::isInstance)) {
      return closed.get();
    }
    if (reasons.contains(Plain.OUTSIDE_OPENING_HOURS)) {
      return Plain.OUTSIDE_OPENING_HOURS;
    }
    if (reasons.contains(Plain.NO_TIME_LEFT)) {
      return Plain.NO_TIME_LEFT;
    }
    return Plain.NO_FREE_SEAT;
  }

  /**
   * Seats a person.
   *
   * @param atMost shorter than the rules allow, if the person wants less
   * @param besides committed with the session
   */
  public Outcome<Session> take(
      PersonId person,
      Offer offer,
      SignInMethod method,
      Optional<Duration> atMost,
      List<Change> besides) {
    return switch (offer) {
      case Offer.None(Refusal why) -> new Outcome.Refused<>(why);
      case Offer.Seat seat -> {
        List<Change> changes = new ArrayList<>(besides);
        changes.addAll(
            waiting.seating(person, replica.seat(seat.workstation()).map(ReplicaItem.Seat::lab)));
        Duration length =
            atMost
                .filter(it -> it.compareTo(SeatRules.LEAST) >= 0)
                .filter(it -> it.compareTo(seat.length()) < 0)
                .orElse(seat.length());
        Session session =
            sessions.begin(
                person,
                seat.workstation(),
                seat.booking().map(ReplicaItem.Booking::id).orElse(null),
                method,
                length,
                changes);
        waiting.seated(person);
        yield new Outcome.Done<>(session);
      }
    };
  }

  /** By how much a session can be extended now, or why it cannot. */
  public Outcome<Duration> extension(Session session, Optional<Duration> wanted) {
    return extension(session, wanted, Norm.HOLDS);
  }

  private Outcome<Duration> extension(Session session, Optional<Duration> wanted, Norm norm) {
    Optional<ReplicaItem.Rules> rules = replica.rules();
    Instant now = clock.instant();
    if (rules.isEmpty() || timetable.openStretch(session.workstation(), now).isEmpty()) {
      return new Outcome.Refused<>(Plain.OUTSIDE_OPENING_HOURS);
    }
    if (isWaitedFor(session.workstation())) {
      return new Outcome.Refused<>(Plain.PEOPLE_WAITING);
    }
    Duration remaining = sessions.remaining(session);
    Duration room4more = rules.get().longest().minus(sessions.granted(session));
    if (room4more.compareTo(LEAST_EXTENSION) < 0) {
      return new Outcome.Refused<>(Plain.LONGEST_REACHED);
    }
    Optional<Duration> growth = norm == Norm.HOLDS ? budget.growth(session) : Optional.empty();
    if (growth.filter(it -> it.compareTo(LEAST_EXTENSION) < 0).isPresent()) {
      return new Outcome.Refused<>(Plain.BREAK_DUE);
    }
    Duration most = growth.map(it -> shorter(it, room4more)).orElse(room4more);
    Duration by = shorter(wanted.orElse(rules.get().extension()), most);
    return fits(session, now, remaining, by);
  }

  /**
   * Whether as many in the queue would take this seat as the school's rule says: then it is theirs
   * when its time is over.
   */
  private boolean isWaitedFor(WorkstationId workstation) {
    Integer stops = replica.turns().stopsExtension();
    return stops != null
        && replica
            .seat(workstation)
            .filter(seat ->
                waiting.waiting().stream().filter(it -> it.wish().accepts(seat)).count() >= stops)
            .isPresent();
  }

  private Outcome<Duration> fits(Session session, Instant now, Duration remaining, Duration by) {
    Duration longer = remaining.plus(by);
    Optional<ReplicaItem.Booking> next =
        room.nextInTheWay(session.workstation(), session.person(), now, longer);
    if (next.isPresent()) {
      Duration until = Duration.between(now, next.get().slot().start());
      if (until.minus(remaining).compareTo(LEAST_EXTENSION) < 0) {
        return new Outcome.Refused<>(new Refusal.BookedByOthers(next.get().slot().end()));
      }
      longer = shorter(longer, until);
    }
    Instant closes = timetable.openStretch(session.workstation(), now).orElseThrow().end();
    longer = shorter(longer, Duration.between(now, closes));
    Duration gained = longer.minus(remaining);
    return gained.compareTo(LEAST_EXTENSION) < 0
        ? new Outcome.Refused<>(Plain.NO_TIME_LEFT)
        : new Outcome.Done<>(gained);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** Gives a running session more time, if the rules allow it. */
  public Outcome<Session> extend(
      Session session, Optional<Duration> wanted, Norm norm, List<Change> besides) {
    return switch (extension(session, wanted, norm)) {
      case Outcome.Refused<Duration>(Refusal why) -> new Outcome.Refused<>(why);
      case Outcome.Done<Duration>(Duration by) ->
          new Outcome.Done<>(
              sessions.move(
                  session, sessions.remaining(session).plus(by), EndReason.TIME_UP, besides));
    };
  }

  /** Never shorten a session below this, so that its person can save and get up. */
  public static final Duration WARNING = Duration.ofMinutes(2);

  /** Shortens sessions in labs that are closed today with whoever sits there; names their seats. */
  public List<WorkstationId> clearClosed() {
    List<WorkstationId> shortened = new ArrayList<>();
    Instant now = clock.instant();
    for (Session session : List.copyOf(sessions.running())) {
      boolean ends =
          replica
              .seat(session.workstation())
              .flatMap(seat -> timetable.closed(seat.lab(), now))
              .filter(day -> day.running() == ReplicaItem.Running.ENDS)
              .isPresent();
      if (ends && WARNING.plusSeconds(1).compareTo(sessions.remaining(session)) < 0) {
        shortened.add(
            sessions.move(session, WARNING, EndReason.ROOM_CLOSED, List.of()).workstation());
      }
    }
    return shortened;
  }

  /** Shortens sessions that sit where a booking of others is to begin, and names their seats. */
  public List<WorkstationId> makeWay() {
    List<WorkstationId> shortened = new ArrayList<>();
    Instant now = clock.instant();
    for (Session session : List.copyOf(sessions.running())) {
      Duration remaining = sessions.remaining(session);
      Optional<ReplicaItem.Booking> next =
          room.nextInTheWay(session.workstation(), session.person(), now, remaining);
      if (next.isPresent()) {
        Duration until = Duration.between(now, next.get().slot().start());
        Duration left = until.compareTo(WARNING) < 0 ? WARNING : until;
        if (left.plusSeconds(1).compareTo(remaining) < 0) {
          shortened.add(
              sessions.move(session, left, EndReason.BOOKING_BEGAN, List.of()).workstation());
        }
      }
    }
    return shortened;
  }
}
