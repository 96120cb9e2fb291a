package kafedra.controller.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.LabId;
import kafedra.contract.time.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A school's year as staff planned it, checked by {@link PlanCheck}.
 *
 * @param year null for a school that is open all year round
 * @param terms disjoint; where there are some, a day in none of them is a holiday
 * @param holidays disjoint
 * @param hours of the labs that have no own; a weekday that is missing is closed
 * @param labs own hours of single labs; a weekday that is missing is as in {@code hours}
 * @param week which schedule's bells ring on which weekday
 */
public record SchoolPlan(
    @Nullable DaySpan year,
    List<Term> terms,
    List<Holiday> holidays,
    WeekHours hours,
    Map<LabId, WeekHours> labs,
    List<BellSchedule> bells,
    Map<DayOfWeek, String> week,
    List<SpecialDay> specialDays) {
  public SchoolPlan {
    terms = List.copyOf(terms);
    holidays = List.copyOf(holidays);
    labs = Collections.unmodifiableMap(new LinkedHashMap<>(labs));
    bells = List.copyOf(bells);
    Map<DayOfWeek, String> ringing = new EnumMap<>(DayOfWeek.class);
    ringing.putAll(week);
    week = Collections.unmodifiableMap(ringing);
    specialDays = List.copyOf(specialDays);
  }

  /** What a local day is for a lab. */
  DayPlan day(LabId lab, LocalDate date, ZoneId zone) {
    Optional<SpecialDay> special = special(date);
    return special.isPresent()
        ? special(lab, special.get(), zone)
        : noLessons(date).<DayPlan>map(it -> it).orElseGet(() -> usual(lab, date, zone));
  }

  private Optional<SpecialDay> special(LocalDate date) {
    return specialDays.stream().filter(it -> it.date().equals(date)).findFirst();
  }

  private Optional<DayPlan.Closed> noLessons(LocalDate date) {
    if (year != null && !year.contains(date)) {
      return Optional.of(new DayPlan.Closed(DayPlan.Reason.OUTSIDE_SCHOOL_YEAR, ""));
    }
    Optional<Holiday> holiday =
        holidays.stream().filter(it -> it.days().contains(date)).findFirst();
    boolean between = !terms.isEmpty() && terms.stream().noneMatch(it -> it.days().contains(date));
    return holiday.isPresent() || between
        ? Optional.of(
            new DayPlan.Closed(DayPlan.Reason.HOLIDAY, holiday.map(Holiday::name).orElse("")))
        : Optional.empty();
  }

  private DayPlan usual(LabId lab, LocalDate date, ZoneId zone) {
    DayOfWeek weekday = date.getDayOfWeek();
    return plan(date, hoursOf(lab, weekday), lessonsOf(week.get(weekday)), "", zone);
  }

  private DayPlan special(LabId lab, SpecialDay day, ZoneId zone) {
    List<Stretch> own = day.hours();
    if (own != null && own.isEmpty()) {
      return new DayPlan.Closed(DayPlan.Reason.CLOSED, day.name());
    }
    return plan(
        day.date(),
        own == null ? hoursOf(lab, day.weekday()) : own,
        lessonsOf(day.bells() == null ? week.get(day.weekday()) : day.bells()),
        day.name(),
        zone);
  }

  private static DayPlan plan(
      LocalDate date, List<Stretch> open, List<BellTime> bells, String note, ZoneId zone) {
    List<TimeSlot> hours =
        open.stream()
            .flatMap(it -> WallTime.slot(date, it.opens(), it.closes(), zone).stream())
            .sorted(Comparator.comparing(TimeSlot::start))
            .toList();
    if (hours.isEmpty()) {
      return new DayPlan.Closed(DayPlan.Reason.DAY_OFF, note);
    }
    return new DayPlan.Open(
        hours,
        bells.stream()
            .flatMap(bell ->
                WallTime.slot(date, bell.start(), bell.end(), zone).stream()
                    .map(slot -> new Lesson(bell.number(), bell.shift(), slot)))
            .sorted(Comparator.comparing(lesson -> lesson.slot().start()))
            .toList());
  }

  private List<Stretch> hoursOf(LabId lab, DayOfWeek day) {
    WeekHours own = labs.get(lab);
    List<Stretch> ofLab = own == null ? null : own.days().get(day);
    return ofLab == null ? hours.days().getOrDefault(day, List.of()) : ofLab;
  }

  /** The bells of a weekday. */
  List<BellTime> lessonsOn(DayOfWeek day) {
    return lessonsOf(week.get(day));
  }

  /** The bells that ring on a date, whether it is open or not. */
  List<BellTime> lessonsOn(LocalDate date) {
    return special(date)
        .map(it -> it.bells() == null ? lessonsOn(it.weekday()) : lessonsOf(it.bells()))
        .orElseGet(() -> lessonsOn(date.getDayOfWeek()));
  }

  private List<BellTime> lessonsOf(@Nullable String schedule) {
    return bells.stream()
        .filter(it -> it.name().equals(schedule))
        .findFirst()
        .map(BellSchedule::lessons)
        .orElse(List.of());
  }
}
