package kafedra.controller.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.Agreements;
import kafedra.controller.norm.NormTable;
import kafedra.controller.norm.Norms;
import kafedra.controller.norm.ScreenLimits;
import kafedra.controller.norm.ScreenTime;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.NoShows;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import kafedra.controller.policy.PolicySettings;
import kafedra.controller.policy.SeatRule;
import kafedra.controller.policy.SeatRules;

/** What the rules ask of the world beside the schedule. Everything here answers at once. */
public record Facts(
    SchoolRules rules,
    Norms norms,
    ScreenTime screenTime,
    NoShows noShows,
    Entitlements needs,
    SeatRules seats,
    Grades grades,
    Homes homes,
    Agreements agreements,
    LineCapacity lines) {

  /** The rules of each school. */
  @FunctionalInterface
  public interface SchoolRules {
    PolicySettings of(SchoolId school);
  }

  /** What each person is entitled to. */
  @FunctionalInterface
  public interface Entitlements {
    Set<Need> of(PersonId person);
  }

  /** The schools whose people the holders are. */
  @FunctionalInterface
  public interface Homes {
    /** Empty for nobody, and for whoever is not in the roster. */
    Optional<SchoolId> of(Holder holder);
  }

  /** A district that sets no rules of its own: what can be booked depends on rooms and hours. */
  public static Facts without() {
    return new Facts(
        PolicySettings::lenient,
        Norms.none("XX"),
        (person, day) -> Duration.ZERO,
        (person, since, now) -> List.of(),
        person -> Set.of(),
        SeatRule::none,
        holder -> Optional.empty(),
        holder -> Optional.empty(),
        List::of,
        building -> LineCapacity.UNLIMITED);
  }

  /**
   * The limits that hold for a holder on a day. Of grade 12 and adults, whom no table knows, those
   * that the school set.
   */
  Optional<ScreenLimits> limits(Holder holder, LocalDate day, PolicySettings settings) {
    Optional<Integer> grade = grades.of(holder);
    Optional<ScreenLimits> ofTable =
        grade.flatMap(it -> norms.on(day).flatMap(table -> table.forGrade(it)));
    return ofTable.isPresent() || (grade.isPresent() && grade.get() < NormTable.LAST_GRADE)
        ? ofTable
        : ofAdults(settings);
  }

  /** Those that the school set for adults and grade 12. */
  public static Optional<ScreenLimits> ofAdults(PolicySettings settings) {
    Duration sitting = settings.length(PolicyNumber.ADULT_SITTING);
    Duration day = settings.length(PolicyNumber.ADULT_DAY);
    if (sitting.isZero() && day.isZero()) {
      return Optional.empty();
    }
    Duration limited = sitting.isZero() ? BookingPolicies.LONGEST : sitting;
    Duration whole = day.isZero() ? null : day;
    return Optional.of(
        new ScreenLimits(
            whole != null && whole.compareTo(limited) < 0 ? whole : limited, whole, null));
  }

  /** The rest after a full sitting, by the table of the day; none without a table. */
  Duration rest(LocalDate day) {
    return norms.on(day).map(NormTable::rest).orElse(Duration.ZERO);
  }

  /** The needs of a person, if the school gives anything for them. */
  Set<Need> needs(PersonId person, PolicySettings settings) {
    return settings.isOff(PolicyName.NEED) ? Set.of() : needs.of(person);
  }

  /** From midnight to midnight. */
  static TimeSlot day(LocalDate day, ZoneId zone) {
    return new TimeSlot(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
