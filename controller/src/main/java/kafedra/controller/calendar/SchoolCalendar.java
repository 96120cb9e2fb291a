package kafedra.controller.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Bell;
import kafedra.contract.message.ReplicaItem.Rules;
import kafedra.contract.time.TimeSlot;

/**
 * A school's hours.
 *
 * @param zone in which bells and opening hours are meant
 * @param rules opening before closing
 * @param bells by day and lesson
 */
public record SchoolCalendar(SchoolId school, ZoneId zone, Rules rules, List<Bell> bells) {
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
    bells =
        bells.stream()
            .sorted(Comparator.comparing(Bell::day).thenComparingInt(Bell::lesson))
            .toList();
  }

  /** What the local day is for this lab. */
  public DayPlan day(LabId lab, LocalDate day) {
    List<TimeSlot> hours =
        WallTime.slot(day, rules.opens(), rules.closes(), zone).stream().toList();
    return hours.isEmpty()
        ? new DayPlan.Closed(DayPlan.Reason.DAY_OFF, "")
        : new DayPlan.Open(hours, lessons(day));
  }

  private List<Lesson> lessons(LocalDate day) {
    return bells.stream()
        .filter(bell -> bell.day() == day.getDayOfWeek())
        .flatMap(bell -> lesson(bell, day))
        .sorted(Comparator.comparing(lesson -> lesson.slot().start()))
        .toList();
  }

  private Stream<Lesson> lesson(Bell bell, LocalDate day) {
    return WallTime.slot(day, bell.start(), bell.end(), zone).stream()
        .map(slot -> new Lesson(bell.lesson(), Shift.FIRST, slot));
  }

  /**
   * From opening to closing of a local day. A day with a clock change is as long as it really is.
   */
  public TimeSlot openOn(LocalDate day) {
    return new TimeSlot(
        day.atTime(rules.opens()).atZone(zone).toInstant(),
        day.atTime(rules.closes()).atZone(zone).toInstant());
  }

  /** From midnight to midnight of a local day: 23, 24 or 25 hours. */
  public TimeSlot wholeDay(LocalDate day) {
    return new TimeSlot(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
