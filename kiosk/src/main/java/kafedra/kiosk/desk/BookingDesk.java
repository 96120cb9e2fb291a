package kafedra.kiosk.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.time.DeviceClock;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.schedule.BookingRequest;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Requests;
import kafedra.kiosk.schedule.Timetable;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;

/** Seats for later: asked for here, promised by the controller. For the desk's thread alone. */
public final class BookingDesk {
  /** Requests that one person may have open. */
  public static final int MOST_REQUESTS = 8;

  /** Answers that are awaited at the same time. */
  private static final int MOST_AWAITED = 64;

  private final Map<BookingId, CompletableFuture<BookingId>> awaitedAnswers = new HashMap<>();
  private final Attendance attendance;
  private final Replica replica;
  private final Timetable timetable;
  private final Requests requests;
  private final DeviceClock clock;

  public BookingDesk(
      Attendance attendance,
      Replica replica,
      Timetable timetable,
      Requests requests,
      DeviceClock clock) {
    this.attendance = attendance;
    this.replica = replica;
    this.timetable = timetable;
    this.requests = requests;
    this.clock = clock;
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
}
