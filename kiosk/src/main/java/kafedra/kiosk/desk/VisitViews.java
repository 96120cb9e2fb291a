package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.help.Calls;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.queue.Waiting;
import kafedra.kiosk.schedule.BookingRequest;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Requests;
import kafedra.kiosk.schedule.Timetable;
import kafedra.kiosk.seat.Agents;
import kafedra.kiosk.session.Foresight;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Room;
import kafedra.kiosk.session.ScreenBudget;
import kafedra.kiosk.session.Seating;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.session.Sessions;
import kafedra.kiosk.signin.CardToCome;
import kafedra.kiosk.signin.Visit;
import kafedra.kiosk.signin.Visits;
import kafedra.kiosk.survey.Moods;
import org.jspecify.annotations.Nullable;

/** Draws what the person of a visit may see and do. For the desk's thread alone. */
public final class VisitViews {
  private static final int SCHOOL_DAYS = 3;

  private final Replica replica;
  private final Timetable timetable;
  private final Requests requests;
  private final Agents agents;
  private final Sessions sessions;
  private final Waiting waiting;
  private final Room room;
  private final Foresight foresight;
  private final Seating seating;
  private final ScreenBudget budget;
  private final Calls calls;
  private final CardToCome cardToCome;
  private final Moods moods;
  private final Visits visits;
  private final DeviceClock clock;

  public VisitViews(
      Replica replica,
      Timetable timetable,
      Requests requests,
      Agents agents,
      Sessions sessions,
      Waiting waiting,
      Room room,
      Foresight foresight,
      Seating seating,
      ScreenBudget budget,
      Calls calls,
      CardToCome cardToCome,
      Moods moods,
      Visits visits,
      DeviceClock clock) {
    this.replica = replica;
    this.timetable = timetable;
    this.requests = requests;
    this.agents = agents;
    this.sessions = sessions;
    this.waiting = waiting;
    this.room = room;
    this.foresight = foresight;
    this.seating = seating;
    this.budget = budget;
    this.calls = calls;
    this.cardToCome = cardToCome;
    this.moods = moods;
    this.visits = visits;
    this.clock = clock;
  }

  public VisitView of(Visit visit) {
    Instant now = clock.instant();
    PersonId person = visit.person();
    Optional<ReplicaItem.Person> known = replica.person(person);
    Seating.Offer best = seating.best(person);
    return new VisitView(
        visit.token(),
        known.map(ReplicaItem.Person::greeting).orElse(""),
        known.map(ReplicaItem.Person::role).orElse(ReplicaItem.Role.PUPIL),
        visit.method(),
        now.plus(visits.left(visit)),
        sessions.of(person).map(this::sitting).orElse(null),
        sessions.endedFor(person).map(this::ended).orElse(null),
        room.due(person, now).map(this::due).orElse(null),
        bookings(person, now),
        waiting.of(person).map(this::place).orElse(null),
        seating.offers(person).stream().map(Seating.Offer.Seat::workstation).toList(),
        best instanceof Seating.Offer.Seat seat ? seat.length() : Duration.ZERO,
        best instanceof Seating.Offer.None(Refusal why) ? why.code() : null,
        timetable.lessonsAhead(now, SCHOOL_DAYS).stream()
            .map(it ->
                new VisitView.Lesson(
                    it.date(),
                    it.number(),
                    it.slot().start(),
                    it.slot().end(),
                    timetable.freeSeats(it.slot())))
            .toList(),
        budget.of(person),
        calls.of(person).map(SiteView.HelpCall::of).orElse(null),
        StaffDesk.isStaff(replica, person, visit.method()) ? staff(visit) : null,
        moods.isAsked(visit.token()));
  }

  private VisitView.Staff staff(Visit visit) {
    return new VisitView.Staff(
        cardToCome
            .in(visit.token())
            .flatMap(replica::person)
            .map(ReplicaItem.Person::greeting)
            .orElse(null));
  }

  private VisitView.Ended ended(Session session) {
    return new VisitView.Ended(replica.label(session.workstation()), session.reason());
  }

  private VisitView.Sitting sitting(Session session) {
    Outcome<Duration> extension = seating.extension(session, Optional.empty());
    Duration remaining = sessions.remaining(session);
    return new VisitView.Sitting(
        session.id(),
        session.workstation(),
        replica.label(session.workstation()),
        session.startedAt(),
        session.plannedEnd(),
        remaining.isNegative() ? Duration.ZERO : remaining,
        extension instanceof Outcome.Done<Duration>,
        extension instanceof Outcome.Done<Duration>(Duration by) ? by : Duration.ZERO,
        extension instanceof Outcome.Refused<Duration>(Refusal why) ? why.code() : null,
        agents.isOpenFor(session.workstation(), session.id())
            ? VisitView.Screen.OPEN
            : VisitView.Screen.OPENING,
        replica.lesson(session.booking()).isPresent());
  }

  private VisitView.Due due(ReplicaItem.Booking booking) {
    Optional<WorkstationId> seat =
        booking.group() != null ? Optional.empty() : booking.seats().stream().findFirst();
    return new VisitView.Due(
        booking.id(),
        booking.slot().start(),
        booking.slot().end(),
        seat.orElse(null),
        seat.map(replica::label).orElse(null),
        booking.group() != null,
        booking.link() != null);
  }

  private VisitView.Place place(Ticket ticket) {
    WorkstationId seat = ticket.seat();
    Instant until = ticket.heldUntil();
    Optional<Duration> wait = Optional.ofNullable(foresight.waits().get(ticket.id()));
    return new VisitView.Place(
        ticket.number(),
        waiting.cameBefore(ticket),
        SiteViews.minutes(wait).orElse(null),
        SiteViews.minutes(Optional.ofNullable(ticket.stated())).orElse(null),
        ticket.wish().lab(),
        ticket.wish().features().stream().sorted().toList(),
        seat == null || until == null
            ? null
            : new VisitView.Held(seat, replica.label(seat), until));
  }

  private List<VisitView.Booked> bookings(PersonId person, Instant now) {
    List<VisitView.Booked> all = new ArrayList<>();
    for (ReplicaItem.Booking booking : replica.bookings()) {
      if (booking.slot().end().isAfter(now) && timetable.isFor(booking, person)) {
        all.add(booked(booking, person, now));
      }
    }
    for (BookingRequest request : requests.of(person)) {
      if (request.slot().end().isAfter(now) && replica.booking(request.id()).isEmpty()) {
        all.add(requested(request));
      }
    }
    all.sort(Comparator.comparing(VisitView.Booked::start));
    return all;
  }

  private VisitView.Booked booked(ReplicaItem.Booking booking, PersonId person, Instant now) {
    boolean confirmed = booking.status() == ReplicaItem.BookingStatus.CONFIRMED;
    boolean withdrawn = requests.isWithdrawn(booking.id());
    return new VisitView.Booked(
        booking.id(),
        booking.slot().start(),
        booking.slot().end(),
        label(booking.seats().stream().findFirst()),
        withdrawn && confirmed
            ? VisitView.Status.CANCELLED
            : switch (booking.status()) {
              case CONFIRMED -> VisitView.Status.CONFIRMED;
              case REFUSED -> VisitView.Status.REFUSED;
              case CANCELLED -> VisitView.Status.CANCELLED;
            },
        confirmed
            && !withdrawn
            && person.equals(booking.person())
            && booking.slot().start().isAfter(now));
  }

  private VisitView.Booked requested(BookingRequest request) {
    boolean wanted = request.wish() == BookingRequest.Wish.BOOK;
    return new VisitView.Booked(
        request.id(),
        request.slot().start(),
        request.slot().end(),
        label(Optional.ofNullable(request.workstation())),
        wanted ? VisitView.Status.REQUESTED : VisitView.Status.CANCELLED,
        wanted);
  }

  private @Nullable String label(Optional<WorkstationId> seat) {
    return seat.map(replica::label).orElse(null);
  }
}
