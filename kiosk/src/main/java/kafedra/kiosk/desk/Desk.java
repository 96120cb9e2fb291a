package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.RefusedDemand;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.picture.Picture;
import kafedra.contract.time.DeviceClock;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.device.Cues;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.queue.Wish;
import kafedra.kiosk.schedule.BookingRequest;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Requests;
import kafedra.kiosk.schedule.Timetable;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.session.Seating;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.session.Sessions;
import kafedra.kiosk.signin.SignIn;
import kafedra.kiosk.signin.Visit;

/** What the person before the screen does. For the desk's thread alone. */
public final class Desk {
  /** Requests that one person may have open. */
  public static final int MOST_REQUESTS = 8;

  /** Answers that are awaited at the same time. */
  private static final int MOST_AWAITED = 64;

  private final Map<BookingId, CompletableFuture<BookingId>> awaitedAnswers = new HashMap<>();
  private final Replica replica;
  private final Timetable timetable;
  private final Requests requests;
  private final Sessions sessions;
  private final QueueDesk queue;
  private final Seating seating;
  private final SignIn signIn;
  private final Attendance attendance;
  private final Floor floor;
  private final Journal journal;
  private final Cues cues;
  private final DeviceClock clock;

  public Desk(
      Replica replica,
      Timetable timetable,
      Requests requests,
      Sessions sessions,
      QueueDesk queue,
      Seating seating,
      SignIn signIn,
      Attendance attendance,
      Floor floor,
      Journal journal,
      Cues cues,
      DeviceClock clock) {
    this.replica = replica;
    this.timetable = timetable;
    this.requests = requests;
    this.sessions = sessions;
    this.queue = queue;
    this.seating = seating;
    this.signIn = signIn;
    this.attendance = attendance;
    this.floor = floor;
    this.journal = journal;
    this.cues = cues;
    this.clock = clock;
  }

  /** A card was tapped: its person's visit begins, whoever stood here before. */
  public Outcome<VisitView> tap(String card) {
    return attendance.begin(signIn.byCard(card), SignInMethod.CARD);
  }

  /** A code for one time was typed. */
  public Outcome<VisitView> enter(String code) {
    return attendance.begin(signIn.byCode(code), SignInMethod.CODE);
  }

  /** First half of a sign-in by PIN; the PIN itself is proven elsewhere, since that takes long. */
  public Outcome<SignIn.Challenge> challenge(String number) {
    return cued(signIn.challenge(number));
  }

  /** As above, by the picture of somebody whose group is booked now. */
  public Outcome<SignIn.Challenge> challenge(GroupId group, Picture picture) {
    return cued(signIn.challenge(group, picture));
  }

  private Outcome<SignIn.Challenge> cued(Outcome<SignIn.Challenge> outcome) {
    if (outcome instanceof Outcome.Refused) {
      cues.refused();
    }
    return outcome;
  }

  /** Second half: the PIN was right or wrong. */
  public Outcome<VisitView> answer(SignIn.Challenge challenge, SignIn.Verdict verdict) {
    return attendance.begin(signIn.answer(challenge, verdict), SignInMethod.PIN);
  }

  /** The visit as it is now; empty when nobody stands before the screen. */
  public Optional<VisitView> visit() {
    return attendance.view();
  }

  /** Takes a seat, or any when {@code seat} is empty. */
  public Outcome<VisitView> takeSeat(
      String token, Optional<WorkstationId> seat, Optional<Duration> atMost) {
    return attendance.during(
        token,
        visit -> {
          PersonId person = visit.person();
          Seating.Offer offer =
              seat.map(it -> seating.offer(person, it)).orElseGet(() -> seating.best(person));
          Outcome<Session> taken = seating.take(person, offer, visit.method(), atMost, List.of());
          if (taken instanceof Outcome.Done<Session>(Session session)) {
            floor.order(session.workstation());
            cues.fine();
          } else if (taken instanceof Outcome.Refused<Session>(Refusal why) && seat.isEmpty()) {
            recordDemand(why);
          }
          return taken;
        });
  }

  /** Somebody wanted any seat and got none: the district is to know that seats lack. */
  private void recordDemand(Refusal why) {
    Optional<RefusedDemand> reason =
        switch (why) {
          case Plain.NO_FREE_SEAT -> Optional.of(RefusedDemand.NO_FREE_SEAT);
          case Plain.OUTSIDE_OPENING_HOURS -> Optional.of(RefusedDemand.OUTSIDE_OPENING_HOURS);
          case Refusal.ClosedToday closed -> Optional.of(RefusedDemand.OUTSIDE_OPENING_HOURS);
          case Plain.NO_TIME_LEFT -> Optional.of(RefusedDemand.NO_TIME_LEFT);
          default -> Optional.empty();
        };
    reason.ifPresent(it ->
        journal.commit(
            List.of(new Change.Recorded(new SiteRecord.DemandRefused(clock.stamp(), it)))));
  }

  public Outcome<VisitView> extend(String token) {
    return attendance.during(
        token,
        visit ->
            withSession(
                visit,
                session -> {
                  Outcome<Session> longer =
                      seating.extend(session, Optional.empty(), Seating.Norm.HOLDS, List.of());
                  if (longer instanceof Outcome.Done<Session>(Session extended)) {
                    floor.order(extended.workstation());
                    cues.fine();
                  }
                  return longer;
                }));
  }

  /** Ends the person's session and locks the seat. */
  public Outcome<VisitView> endSession(String token) {
    return attendance.during(
        token,
        visit ->
            withSession(
                visit,
                session -> {
                  floor.end(session, EndReason.SIGNED_OUT);
                  cues.fine();
                  return new Outcome.Done<>(session);
                }));
  }

  private Outcome<?> withSession(Visit visit, Function<Session, Outcome<?>> act) {
    Optional<Session> session = sessions.of(visit.person());
    return session.isPresent()
        ? act.apply(session.get())
        : new Outcome.Refused<Session>(Plain.NO_SESSION);
  }

  /** A touch: the visit goes on. */
  public Outcome<VisitView> stay(String token) {
    return attendance.during(token, Outcome.Done::new);
  }

  /** The person walks away; a session of theirs goes on. */
  public Outcome<Boolean> leave(String token) {
    attendance.leave(token);
    return new Outcome.Done<>(true);
  }

  /** The button at the front: whoever stood here is done. */
  public void done() {
    attendance.end();
  }

  /** Draws a number for the queue. */
  public Outcome<VisitView> draw(String token, Wish wish) {
    return attendance.during(token, visit -> queue.draw(visit.person(), wish));
  }

  public Outcome<VisitView> leaveQueue(String token) {
    return attendance.during(
        token,
        visit -> {
          queue.leave(visit.person());
          return new Outcome.Done<>(visit);
        });
  }

  /** Asks the controller for a booking; the outcome's view shows it as asked for. */
  public Outcome<VisitView> book(
      String token, BookingId id, TimeSlot slot, Optional<WorkstationId> seat) {
    return attendance.during(
        token,
        visit -> {
          Optional<Refusal> refusal = judge(visit.person(), slot, seat);
          if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
          }
          BookingRequest request =
              new BookingRequest(
                  id, visit.person(), seat.orElse(null), slot, BookingRequest.Wish.BOOK);
          requests.ask(request);
          return new Outcome.Done<>(request);
        });
  }

  /** A new id for a booking that this kiosk asks for. */
  public static BookingId newBookingId() {
    return new BookingId(UUID.randomUUID().toString());
  }

  private Optional<Refusal> judge(PersonId person, TimeSlot slot, Optional<WorkstationId> seat) {
    if (!timetable.knowsTheTime()) {
      return Optional.of(Plain.TIME_UNKNOWN);
    }
    Instant now = clock.instant();
    if (slot.start().isBefore(now)) {
      return Optional.of(Plain.BOOKING_IN_PAST);
    }
    boolean inHours = timetable.isOpenFor(slot);
    if (!inHours || slot.start().isAfter(now.plus(Timetable.HORIZON))) {
      return Optional.of(Plain.OUTSIDE_OPENING_HOURS);
    }
    if (seat.isPresent() && replica.seat(seat.get()).isEmpty()) {
      return Optional.of(Plain.NOT_FOUND);
    }
    if (overlapsOwn(person, slot) || requests.of(person).size() >= MOST_REQUESTS) {
      return Optional.of(Plain.BOOKING_OVERLAPS_OWN);
    }
    return timetable.freeSeats(slot) == 0 ? Optional.of(Plain.NO_FREE_SEAT) : Optional.empty();
  }

  private boolean overlapsOwn(PersonId person, TimeSlot slot) {
    boolean booked =
        timetable.confirmed(slot).stream()
            .anyMatch(it -> timetable.isFor(it, person) && !requests.isWithdrawn(it.id()));
    return booked
        || requests.of(person).stream()
            .anyMatch(it -> it.wish() == BookingRequest.Wish.BOOK && it.slot().overlaps(slot));
  }

  /** Takes back a booking or a request of the person's own. */
  public Outcome<VisitView> withdraw(String token, BookingId id) {
    return attendance.during(
        token,
        visit -> {
          PersonId person = visit.person();
          Optional<TimeSlot> slot =
              replica
                  .booking(id)
                  .filter(it -> person.equals(it.person()))
                  .map(ReplicaItem.Booking::slot)
                  .or(() ->
                      requests
                          .find(id)
                          .filter(it -> it.person().equals(person))
                          .map(BookingRequest::slot));
          if (slot.isEmpty() || !slot.get().start().isAfter(clock.instant())) {
            return new Outcome.Refused<>(Plain.NOT_FOUND);
          }
          if (!requests.isWithdrawn(id)) {
            requests.withdraw(id, person, slot.get());
          }
          return new Outcome.Done<>(id);
        });
  }

  /** Completes when the controller has answered a request. */
  public CompletableFuture<BookingId> answerTo(BookingId id) {
    CompletableFuture<BookingId> answer = new CompletableFuture<>();
    if (replica.booking(id).isPresent()) {
      answer.complete(id);
    } else if (awaitedAnswers.size() < MOST_AWAITED) {
      awaitedAnswers.put(id, answer);
    }
    return answer;
  }

  /** Tells those who wait for an answer that has come. */
  public void refresh() {
    for (BookingId id : List.copyOf(awaitedAnswers.keySet())) {
      CompletableFuture<BookingId> answer = awaitedAnswers.get(id);
      if (answer != null && replica.booking(id).isPresent()) {
        answer.complete(id);
      }
      if (answer == null || answer.isDone()) {
        awaitedAnswers.remove(id);
      }
    }
  }

  /** Wipes a visit that nobody touched. */
  public void tick() {
    attendance.tick();
  }
}
