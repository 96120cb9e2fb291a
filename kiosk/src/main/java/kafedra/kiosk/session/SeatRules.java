package kafedra.kiosk.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.kiosk.schedule.Timetable;
import kafedra.kiosk.session.Refusal.Plain;

/** Whether a person may take a seat now: all rules, in the order in which they are told. */
final class SeatRules {
  /** A session shorter than this helps nobody. */
  static final Duration LEAST = Duration.ofMinutes(2);

  /**
   * @param hold what the seat is kept for
   * @param isLocked whether the seat's agent answers and has its screen locked
   * @param closed the whole day's closure
   * @param tired what the norm of screen time has against it
   * @param allowance how long the person could have it
   * @param inTheWay the booking of others that makes the allowance short
   */
  record Question(
      PersonId person,
      ReplicaItem.Seat seat,
      SeatCondition condition,
      Optional<Hold> hold,
      boolean isLocked,
      boolean isOpen,
      Optional<ReplicaItem.LabDay> closed,
      Optional<Session> session,
      Optional<Refusal> tired,
      Duration allowance,
      Optional<ReplicaItem.Booking> inTheWay) {}

  @FunctionalInterface
  interface Rule {
    Optional<Refusal> judge(Question question, Timetable timetable);
  }

  static final List<Rule> ALL =
      List.of(
          SeatRules::oneSessionEach,
          SeatRules::onAnOpenDay,
          SeatRules::withinOpeningHours,
          SeatRules::withinTheNorm,
          SeatRules::seatIsInService,
          SeatRules::seatIsNotInUse,
          SeatRules::seatAnswers,
          SeatRules::seatIsNotKeptForOthers,
          SeatRules::seatIsLocked,
          SeatRules::timeIsLeft);

  private SeatRules() {}

  static Optional<Refusal> judge(Question question, Timetable timetable) {
    return ALL.stream().flatMap(rule -> rule.judge(question, timetable).stream()).findFirst();
  }

  private static Optional<Refusal> when(boolean refused, Refusal why) {
    return refused ? Optional.of(why) : Optional.empty();
  }

  private static Optional<Refusal> oneSessionEach(Question it, Timetable timetable) {
    return when(it.session().isPresent(), Plain.ALREADY_SEATED);
  }

  private static Optional<Refusal> onAnOpenDay(Question it, Timetable timetable) {
    return it.closed().map(Refusal::closedToday);
  }

  private static Optional<Refusal> withinOpeningHours(Question it, Timetable timetable) {
    return when(!it.isOpen(), Plain.OUTSIDE_OPENING_HOURS);
  }

  private static Optional<Refusal> withinTheNorm(Question it, Timetable timetable) {
    return it.tired();
  }

  private static Optional<Refusal> seatIsInService(Question it, Timetable timetable) {
    return when(it.condition() == SeatCondition.OUT_OF_SERVICE, Plain.SEAT_NOT_AVAILABLE);
  }

  private static Optional<Refusal> seatIsNotInUse(Question it, Timetable timetable) {
    return when(it.condition() == SeatCondition.IN_USE, Plain.SEAT_TAKEN);
  }

  private static Optional<Refusal> seatAnswers(Question it, Timetable timetable) {
    return when(it.condition() == SeatCondition.UNKNOWN, Plain.SEAT_NOT_AVAILABLE);
  }

  private static Optional<Refusal> seatIsNotKeptForOthers(Question it, Timetable timetable) {
    return switch (it.hold().orElse(null)) {
      case null -> Optional.empty();
      case Hold.ForBooking(ReplicaItem.Booking booking) ->
          when(
              !timetable.isFor(booking, it.person()),
              new Refusal.BookedByOthers(booking.slot().end()));
      case Hold.ForTicket(var ticket) ->
          when(!ticket.person().equals(it.person()), Plain.SEAT_TAKEN);
    };
  }

  /** A screen still open after a session that is over must lock before it opens for another. */
  private static Optional<Refusal> seatIsLocked(Question it, Timetable timetable) {
    return when(!it.isLocked(), Plain.SEAT_NOT_AVAILABLE);
  }

  private static Optional<Refusal> timeIsLeft(Question it, Timetable timetable) {
    if (it.allowance().compareTo(LEAST) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        it.inTheWay()
            .<Refusal>map(booking -> new Refusal.BookedByOthers(booking.slot().end()))
            .orElse(Plain.NO_TIME_LEFT));
  }
}
