package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.device.Cues;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.queue.Standing;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.queue.Waiting;
import kafedra.kiosk.queue.Wish;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Timetable;
import kafedra.kiosk.session.Foresight;
import kafedra.kiosk.session.Hold;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.session.Room;
import kafedra.kiosk.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people and staff do with the queue, and who is called. For the desk's thread alone. */
public final class QueueDesk {
  private static final Logger log = LoggerFactory.getLogger(QueueDesk.class);

  private final Replica replica;
  private final Timetable timetable;
  private final Sessions sessions;
  private final Waiting waiting;
  private final Room room;
  private final Foresight foresight;
  private final Cues cues;
  private final DeviceClock clock;

  public QueueDesk(
      Replica replica,
      Timetable timetable,
      Sessions sessions,
      Waiting waiting,
      Room room,
      Foresight foresight,
      Cues cues,
      DeviceClock clock) {
    this.replica = replica;
    this.timetable = timetable;
    this.sessions = sessions;
    this.waiting = waiting;
    this.room = room;
    this.foresight = foresight;
    this.cues = cues;
    this.clock = clock;
  }

  /** Draws a number; whoever has one keeps it. */
  Outcome<Ticket> draw(PersonId person, Wish wish) {
    Instant now = clock.instant();
    if (sessions.of(person).isPresent()) {
      return new Outcome.Refused<>(Plain.ALREADY_SEATED);
    }
    Optional<LabId> lab = Optional.ofNullable(wish.lab());
    Optional<ReplicaItem.LabDay> closed =
        lab.map(it -> timetable.closed(it, now)).orElseGet(() -> timetable.closed(now));
    if (closed.isPresent()) {
      return new Outcome.Refused<>(Refusal.closedToday(closed.get()));
    }
    boolean open =
        lab.map(it -> timetable.openStretch(it, now).isPresent())
            .orElseGet(() -> timetable.isOpen(now));
    if (!open) {
      return new Outcome.Refused<>(Plain.OUTSIDE_OPENING_HOURS);
    }
    if (replica.seats().stream().noneMatch(wish::accepts)) {
      return new Outcome.Refused<>(Plain.NO_SUCH_SEAT);
    }
    if (waiting.isFull() && waiting.of(person).isEmpty()) {
      return new Outcome.Refused<>(Plain.QUEUE_FULL);
    }
    return new Outcome.Done<>(
        waiting.draw(
            new Waiting.Draw(person, timetable.day(now), wish, turn(person)), foresight::wait));
  }

  private Standing.Turn turn(PersonId person) {
    return replica.person(person).filter(it -> it.priority() != null).isPresent()
        ? Standing.Turn.SOONER
        : Standing.Turn.USUAL;
  }

  void leave(PersonId person) {
    waiting.of(person).ifPresent(waiting::leave);
  }

  /** What time alone brings about. */
  void tick() {
    Instant now = clock.instant();
    waiting.tick(timetable.day(now));
    waiting.closeDay(wish -> isOver(wish, now));
  }

  /** Whether no lab that would do opens again today. A building that is not known is not over. */
  private boolean isOver(Wish wish, Instant now) {
    return replica.rules().isPresent()
        && replica.labs().stream()
            .filter(lab -> wish.lab() == null || wish.lab().equals(lab.id()))
            .allMatch(lab -> timetable.hoursLeft(lab.id(), now).isEmpty());
  }

  /**
   * Holds free seats for those who wait, in their order; takes back a hold whose seat went away.
   */
  void callNext() {
    Instant now = clock.instant();
    for (Ticket ticket : waiting.open()) {
      WorkstationId seat = ticket.seat();
      if (seat != null && !isStillFor(ticket, seat, now)) {
        waiting.release(ticket);
      }
    }
    for (Ticket ticket : waiting.waiting()) {
      Optional<ReplicaItem.Seat> seat = seatFor(ticket, now);
      if (seat.isPresent()) {
        Ticket called = waiting.call(ticket, seat.get(), held(seat.get(), now));
        log.info("Number {} is called to {}", called.number(), seat.get().id());
        cues.attention();
      }
    }
  }

  /** By the school's rule; where nothing is said, until the lab closes. */
  private Duration held(ReplicaItem.Seat seat, Instant now) {
    return Optional.ofNullable(replica.turns().held())
        .orElseGet(() ->
            timetable
                .openStretch(seat.lab(), now)
                .map(open -> Duration.between(now, open.end()))
                .orElseThrow());
  }

  /** The free seat that serves, and that others need least. */
  private Optional<ReplicaItem.Seat> seatFor(Ticket ticket, Instant now) {
    return room.free(now).stream()
        .filter(ticket.wish()::accepts)
        .filter(seat -> timetable.openStretch(seat.lab(), now).isPresent())
        .min(Comparator.comparingInt(seat -> seat.features().size()));
  }

  private boolean isStillFor(Ticket ticket, WorkstationId id, Instant now) {
    boolean held =
        replica
            .seat(id)
            .filter(seat -> room.condition(seat, now) == SeatCondition.HELD)
            .isPresent();
    return held && room.hold(id, now).equals(Optional.of(new Hold.ForTicket(ticket)));
  }

  /** The one called does not come: the seat goes to the next whom it serves. */
  Outcome<Ticket> callNext(WorkstationId seat, List<Change> besides) {
    Optional<Ticket> called = waiting.heldOn(seat);
    Optional<ReplicaItem.Seat> known = replica.seat(seat);
    if (called.isEmpty() || known.isEmpty()) {
      return new Outcome.Refused<>(Plain.TICKET_GONE);
    }
    if (waiting.waiting().stream().noneMatch(it -> it.wish().accepts(known.get()))) {
      return new Outcome.Refused<>(Plain.NOBODY_WAITS);
    }
    waiting.missed(called.get(), besides);
    return new Outcome.Done<>(called.get());
  }

  Outcome<Ticket> toEnd(TicketId id, List<Change> besides) {
    Optional<Ticket> ticket = waiting.find(id);
    ticket.ifPresent(it -> waiting.toEnd(it, besides));
    return outcome(ticket);
  }

  Outcome<Ticket> remove(TicketId id, List<Change> besides) {
    Optional<Ticket> ticket = waiting.find(id);
    ticket.ifPresent(it -> waiting.remove(it, besides));
    return outcome(ticket);
  }

  private static Outcome<Ticket> outcome(Optional<Ticket> ticket) {
    return ticket
        .<Outcome<Ticket>>map(Outcome.Done::new)
        .orElseGet(() -> new Outcome.Refused<>(Plain.TICKET_GONE));
  }
}
