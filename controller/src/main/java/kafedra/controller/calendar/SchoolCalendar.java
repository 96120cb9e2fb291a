package kafedra.controller.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Bell;
import kafedra.contract.message.ReplicaItem.Rules;
import kafedra.contract.time.TimeSlot;

/**
 * A school's hours.
 *
 * @param zone in which bells and opening hours are meant
 * @param rules opening before closing; the plan's hours outweigh theirs
 * @param plan the school year
 * @param version of the plan; 0 while nobody wrote one, 1 at first, one more with each change
 * @param closures that stand and concern the school or its labs
 */
public record SchoolCalendar(
    SchoolId school,
    ZoneId zone,
    Rules rules,
    SchoolPlan plan,
    int version,
    List<Closure> closures) {
  public SchoolCalendar {
    if (!rules.opens().isBefore(rules.closes())) {
      throw new IllegalArgumentException(
          "school "
              + school
              + " opens at "
              + rules.opens()
              + ", which is not before it closes at "
              + rules.closes());
    }
    closures = List.copyOf(closures);
  }

  /** A school without a plan of its own: open every day of the year, by its rules and bells. */
  public SchoolCalendar(SchoolId school, ZoneId zone, Rules rules, List<Bell> bells) {
    this(school, zone, rules, UsualWeek.plan(rules, bells), 0, List.of());
  }

  /** As if this were the plan. */
  public SchoolCalendar with(SchoolPlan other) {
    return new SchoolCalendar(school, zone, rules, other, version, closures);
  }

  /** As if this closure did not stand. */
  public SchoolCalendar without(ClosureId closure) {
    return new SchoolCalendar(
        school,
        zone,
        rules,
        plan,
        version,
        closures.stream().filter(it -> !it.id().equals(closure)).toList());
  }

  /** What the local day is for this lab. */
  public DayPlan day(LabId lab, LocalDate day) {
    return closures.stream()
        .filter(closure -> closure.closes(school, lab, day))
        .findFirst()
        .<DayPlan>map(
            closure -> new DayPlan.Closed(closure.reason(), closure.note(), closure.running()))
        .orElseGet(() -> plan.day(lab, day, zone));
  }

  /**
   * The bells of the usual week, by day and lesson. Where several shifts have a lesson of one
   * number, the first shift's.
   */
  public List<Bell> bells() {
    List<Bell> bells = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      Set<Integer> numbers = new HashSet<>();
      plan.lessonsOn(day).stream()
          .sorted(BellTime.BY_SHIFT)
          .filter(lesson -> numbers.add(lesson.number()))
          .map(lesson -> new Bell(day, lesson.number(), lesson.start(), lesson.end()))
          .sorted((one, other) -> Integer.compare(one.lesson(), other.lesson()))
          .forEach(bells::add);
    }
    return List.copyOf(bells);
  }

  /**
   * From opening to closing of a local day by the school's rules, whatever its plan says. A day
   * with a clock change is as long as it really is.
   */
  public TimeSlot openOn(LocalDate day) {
    return new TimeSlot(
        WallTime.instant(day, rules.opens(), zone), WallTime.instant(day, rules.closes(), zone));
  }

  /** From midnight to midnight of a local day: 23, 24 or 25 hours. */
  public TimeSlot wholeDay(LocalDate day) {
    return new TimeSlot(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
