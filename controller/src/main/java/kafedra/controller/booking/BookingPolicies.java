package kafedra.controller.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicySettings;
import kafedra.controller.slot.Marks;

/**
 * What a wish must satisfy to be promised: the one list of it. What holds always comes first; then
 * the rules that schools switch, in the order of {@link PolicyName}. {@link Displacing} is what the
 * rule of purposes does, {@link NoShowRelease} what that of no-shows does; the last two are done by
 * the kiosks, which get them with their replica.
 */
public final class BookingPolicies {
  /** No booking is longer; every search for overlaps relies on it. */
  public static final Duration LONGEST = Duration.ofHours(12);

  public static final Duration SHORTEST = Marks.STEP;

  /** A seat booked «now» has begun when the wish arrives. */
  public static final Duration LATEST_START = Duration.ofMinutes(15);

  /** A school year. */
  public static final int DAYS_AHEAD = 366;

  static final List<Rule> ALL =
      List.of(
          Rule.always(BookingPolicies::notOver),
          Rule.always(BookingPolicies::notTooLong),
          Rule.always(BookingPolicies::notTooShort),
          Rule.always(BookingPolicies::onFiveMinutes),
          Rule.always(BookingPolicies::notTooFarAhead),
          Rule.always(BookingPolicies::withinOpeningHours),
          Rule.always(BookingPolicies::underAnAgreement),
          Rule.norm(PolicyName.SCREEN_SITTING, ScreenRules::sitting),
          Rule.norm(PolicyName.SCREEN_DAY, ScreenRules::day),
          Rule.norm(PolicyName.SCREEN_REST, ScreenRules::rest),
          Rule.of(PolicyName.DAILY_QUOTA, QuotaRules::daily),
          Rule.of(PolicyName.WEEKLY_QUOTA, QuotaRules::weekly),
          Rule.of(PolicyName.OPEN_BOOKINGS, QuotaRules::open),
          Rule.of(PolicyName.DAYS_AHEAD, QuotaRules::daysAhead),
          Rule.of(PolicyName.GAP, QuotaRules::gap),
          Rule.of(PolicyName.NO_SHOW_BAN, QuotaRules::noShowBan),
          Rule.ofSeats(PolicyName.SEAT_GRADES, SeatGates::grades),
          Rule.ofSeats(PolicyName.NEED, SeatGates::kept),
          Rule.of(PolicyName.LINE, LineLoad::judge),
          Rule.deed(PolicyName.PURPOSE_ORDER),
          Rule.deed(PolicyName.NO_SHOW_RELEASE),
          Rule.deed(PolicyName.EXTENSION_STOP),
          Rule.deed(PolicyName.CALL_RELEASE));

  private final List<Rule> rules;

  /** Of just these rules. */
  BookingPolicies(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** All that is said of the wish. */
  Ruling judge(Policy.Case it) {
    List<Refusal> against = new ArrayList<>();
    List<Refusal> warnings = new ArrayList<>();
    List<PolicyName> setAside = new ArrayList<>();
    for (Rule rule : rules) {
      Force force = rule.force(it);
      Optional<Refusal> found = force == Force.OFF ? Optional.empty() : rule.policy().judge(it);
      if (found.isEmpty()) {
        continue;
      }
      if (force == Force.WARN) {
        warnings.add(found.get());
      } else if (rule.isSetAside(it)) {
        setAside.add(Objects.requireNonNull(rule.name()));
      } else {
        against.add(found.get());
      }
    }
    return new Ruling(against, warnings, setAside);
  }

  /** The seats that no rule keeps from the holder. */
  List<WorkstationId> open(Policy.Case it, List<WorkstationId> seats) {
    if (why(it, seats).isEmpty()) {
      return seats;
    }
    return seats.stream().filter(seat -> why(it, List.of(seat)).isEmpty()).toList();
  }

  /** Why some of the seats are kept from the holder; empty when none is. */
  List<Refusal> why(Policy.Case it, List<WorkstationId> seats) {
    return rules.stream().map(rule -> rule.bars(it, seats)).flatMap(Optional::stream).toList();
  }

  /** Whether a rule stands in the list and the school holds it. */
  boolean holds(PolicyName name, PolicySettings settings) {
    return rules.stream().anyMatch(rule -> rule.holds(name, settings));
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

  /** People of another school come only while an agreement between the two runs. */
  private static Optional<Refusal> underAnAgreement(Policy.Case it) {
    SchoolId host = it.room().school();
    return it.facts()
        .homes()
        .of(it.wish().holder())
        .filter(home -> !home.equals(host))
        .filter(home -> it.facts().agreements().between(home, host, it.day()).isEmpty())
        .map(home -> new Refusal.NoAgreement(home, host, it.day()));
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
