package kafedra.controller.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.slot.Marks;

/** What a wish must satisfy to be promised at all, whoever asks: the one list of it. */
public final class BookingPolicies {
  /** No booking is longer; every search for overlaps relies on it. */
  public static final Duration LONGEST = Duration.ofHours(12);

  public static final Duration SHORTEST = Marks.STEP;

  /** A seat booked «now» has begun when the wish arrives. */
  public static final Duration LATEST_START = Duration.ofMinutes(15);

  /** A school year. */
  public static final int DAYS_AHEAD = 366;

  static final List<Policy> ALL =
      List.of(
          BookingPolicies::notOver,
          BookingPolicies::notTooLong,
          BookingPolicies::notTooShort,
          BookingPolicies::onFiveMinutes,
          BookingPolicies::notTooFarAhead,
          BookingPolicies::withinOpeningHours);

  private BookingPolicies() {}

  /** Every reason against the wish. */
  static List<Refusal> judge(Policy.Case it) {
    return ALL.stream().map(policy -> policy.judge(it)).flatMap(Optional::stream).toList();
  }

  private static Optional<Refusal> notOver(Policy.Case it) {
    TimeSlot slot = it.wish().slot();
    // what has begun may be shortened or moved on, but not into the past
    boolean begunBefore =
        it.moving().filter(own -> own.slot().start().equals(slot.start())).isPresent();
    boolean late = !begunBefore && slot.start().isBefore(it.now().minus(LATEST_START));
    return late || !slot.end().isAfter(it.now())
        ? Optional.of(new Refusal.InThePast())
        : Optional.empty();
  }

  private static Optional<Refusal> notTooLong(Policy.Case it) {
    return it.wish().slot().length().compareTo(LONGEST) > 0
        ? Optional.of(new Refusal.TooLong(LONGEST))
        : Optional.empty();
  }

  private static Optional<Refusal> notTooShort(Policy.Case it) {
    return it.wish().slot().length().compareTo(SHORTEST) < 0
        ? Optional.of(new Refusal.TooShort(SHORTEST))
        : Optional.empty();
  }

  private static Optional<Refusal> onFiveMinutes(Policy.Case it) {
    return Marks.isOn(it.wish().slot())
        ? Optional.empty()
        : Optional.of(new Refusal.OffTheMarks(Marks.STEP));
  }

  private static Optional<Refusal> notTooFarAhead(Policy.Case it) {
    return it.wish().slot().end().isAfter(it.now().plus(Duration.ofDays(DAYS_AHEAD)))
        ? Optional.of(new Refusal.TooFarAhead(DAYS_AHEAD))
        : Optional.empty();
  }

  private static Optional<Refusal> withinOpeningHours(Policy.Case it) {
    TimeSlot slot = it.wish().slot();
    ZonedDateTime start = slot.start().atZone(it.room().zone());
    LocalDate day = start.toLocalDate();
    return switch (it.room().days().day(day)) {
      case DayPlan.Closed closed ->
          Optional.of(new Refusal.DayClosed(day, closed.reason(), closed.note()));
      case DayPlan.Open open when open.holds(slot) -> Optional.empty();
      case DayPlan.Open open -> Optional.of(outside(open, it.room()));
    };
  }

  private static Refusal outside(DayPlan.Open open, Room room) {
    return new Refusal.OutsideOpeningHours(
        open.hours().stream()
            .map(hours ->
                new Refusal.Hours(
                    hours.start().atZone(room.zone()).toLocalTime(),
                    hours.end().atZone(room.zone()).toLocalTime()))
            .toList());
  }
}
