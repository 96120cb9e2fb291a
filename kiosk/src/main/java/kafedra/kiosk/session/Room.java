package kafedra.kiosk.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatReport;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.queue.Waiting;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Timetable;
import kafedra.kiosk.seat.Agents;
import kafedra.kiosk.seat.SeatServices;

/** What is true of each seat at this moment. For the desk's thread alone. */
public final class Room {
  private final Replica replica;
  private final Timetable timetable;
  private final Agents agents;
  private final Sessions sessions;
  private final Waiting waiting;
  private final SeatServices services;

  public Room(
      Replica replica,
      Timetable timetable,
      Agents agents,
      Sessions sessions,
      Waiting waiting,
      SeatServices services) {
    this.replica = replica;
    this.timetable = timetable;
    this.agents = agents;
    this.sessions = sessions;
    this.waiting = waiting;
    this.services = services;
  }

  /** What is known of a seat, the same for everybody. */
  public SeatCondition condition(ReplicaItem.Seat seat, Instant now) {
    if (services.of(seat) == ReplicaItem.Service.OUT_OF_SERVICE) {
      return SeatCondition.OUT_OF_SERVICE;
    }
    Optional<SeatReport> report = agents.report(seat.id());
    if (report.isEmpty()) {
      return SeatCondition.UNKNOWN;
    }
    if (sessions.on(seat.id()).isPresent()) {
      return SeatCondition.IN_USE;
    }
    if (report.get().fault() != null) {
      return SeatCondition.OUT_OF_SERVICE;
    }
    // an open screen without a session was told to lock and has not done so yet
    if (!agents.isLocked(seat.id()) || hold(seat.id(), now).isPresent()) {
      return SeatCondition.HELD;
    }
    return SeatCondition.FREE;
  }

  /** What a seat is kept for, whether or not somebody still sits there. */
  public Optional<Hold> hold(WorkstationId seat, Instant now) {
    Optional<Hold> booked =
        timetable.confirmed(new TimeSlot(now, now.plus(Timetable.HELD_BEFORE))).stream()
            .filter(booking -> booking.seats().contains(seat) && isKept(booking, now))
            .findFirst()
            .map(Hold.ForBooking::new);
    return booked.isPresent() ? booked : waiting.heldOn(seat).map(Hold.ForTicket::new);
  }

  /** Whether the seats of a booking are still kept: until its grace is over or it was used. */
  boolean isKept(ReplicaItem.Booking booking, Instant now) {
    boolean inTime = now.isBefore(booking.slot().start().plus(grace()));
    boolean used = booking.person() != null && sessions.wasCheckedIn(booking.id());
    return inTime && !used;
  }

  private Duration grace() {
    return replica.rules().map(ReplicaItem.Rules::grace).orElse(Duration.ZERO);
  }

  /** The booking that a person may check in to now. */
  public Optional<ReplicaItem.Booking> due(PersonId person, Instant now) {
    return timetable.confirmed(new TimeSlot(now, now.plus(Timetable.HELD_BEFORE))).stream()
        .filter(booking -> timetable.isFor(booking, person))
        .filter(booking ->
            booking.group() != null
                || sessions.wasCheckedIn(booking.id())
                || now.isBefore(booking.slot().start().plus(grace())))
        .findFirst();
  }

  /** How long a person may have a seat: with a booking to its end, else as a walk-in. */
  public Duration allowance(
      WorkstationId seat, PersonId person, Optional<ReplicaItem.Booking> due, Instant now) {
    Optional<ReplicaItem.Rules> rules = replica.rules();
    Optional<TimeSlot> hours = timetable.openStretch(seat, now);
    if (rules.isEmpty() || hours.isEmpty()) {
      return Duration.ZERO;
    }
    Duration wanted =
        due.map(booking -> Duration.between(now, booking.slot().end()))
            .orElse(rules.get().walkIn());
    return earliest(wanted, hours.get().end(), nextInTheWay(seat, person, now, wanted), now);
  }

  /** When the next booking of others wants this seat, within the time that is asked for. */
  public Optional<ReplicaItem.Booking> nextInTheWay(
      WorkstationId seat, PersonId person, Instant now, Duration wanted) {
    if (!wanted.isPositive()) {
      return Optional.empty();
    }
    return timetable.confirmed(TimeSlot.of(now, wanted)).stream()
        .filter(booking -> booking.seats().contains(seat))
        .filter(booking -> !timetable.isFor(booking, person))
        .filter(booking -> booking.slot().start().isAfter(now) || isKept(booking, now))
        .findFirst();
  }

  private static Duration earliest(
      Duration wanted, Instant closes, Optional<ReplicaItem.Booking> next, Instant now) {
    Duration least = wanted;
    Duration untilClose = Duration.between(now, closes);
    if (untilClose.compareTo(least) < 0) {
      least = untilClose;
    }
    if (next.isPresent()) {
      Duration untilNext = Duration.between(now, next.get().slot().start());
      if (untilNext.compareTo(least) < 0) {
        least = untilNext;
      }
    }
    return least.isNegative() ? Duration.ZERO : least;
  }

  /** Seats that nobody has and that are kept for nobody. */
  public List<ReplicaItem.Seat> free(Instant now) {
    return replica.seats().stream()
        .filter(seat -> condition(seat, now) == SeatCondition.FREE)
        .toList();
  }

  /** The ticket that a seat is held for, if it is this person's. */
  public Optional<Ticket> calledTo(PersonId person) {
    return waiting.of(person).filter(ticket -> ticket.seat() != null);
  }
}
