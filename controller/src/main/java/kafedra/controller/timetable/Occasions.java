package kafedra.controller.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.SchoolCalendar;

/**
 * When a lesson is in a lab: on each of its days on which the lab is open, by the school's own
 * bells where these have its number, else by the times of the file.
 *
 * @param slots begun or not, by start, widened to whole five minutes
 * @param days on which it would be if nothing were closed
 * @param unbelled days without a time for it
 * @param outside days on which it is outside the opening hours
 */
record Occasions(List<TimeSlot> slots, int days, int unbelled, int outside) {
  private static final Duration STEP = Duration.ofMinutes(5);

  Occasions {
    slots = List.copyOf(slots);
  }

  /** What each local day is for one lab. */
  interface LabDays {
    DayPlan on(LocalDate day);
  }

  static Occasions of(Lesson lesson, LabDays lab, SchoolCalendar school, Frame frame) {
    List<TimeSlot> slots = new ArrayList<>();
    int days = 0;
    int unbelled = 0;
    int outside = 0;
    for (LocalDate date : dates(lesson, school, frame)) {
      days++;
      if (!(lab.on(date) instanceof DayPlan.Open open)) {
        continue;
      }
      Optional<TimeSlot> slot = slot(lesson.time(), open, date, school.zone());
      if (slot.isEmpty()) {
        unbelled++;
      } else if (open.holds(slot.get())) {
        slots.add(slot.get());
      } else {
        outside++;
      }
    }
    return new Occasions(slots, days, unbelled, outside);
  }

  private static List<LocalDate> dates(Lesson lesson, SchoolCalendar school, Frame frame) {
    Reading reading = frame.reading();
    return switch (lesson.days()) {
      case Days.Dates dates -> dates.dates().stream().filter(reading::covers).toList();
      case Days.Weekly weekly ->
          reading
              .first()
              .datesUntil(reading.last().plusDays(1))
              .filter(date -> frame.falls(weekly, school, date))
              .toList();
    };
  }

  private static Optional<TimeSlot> slot(
      LessonTime time, DayPlan.Open day, LocalDate date, ZoneId zone) {
    Optional<TimeSlot> byBells = time.periods().flatMap(periods -> byBells(periods, day));
    return byBells
        .or(() -> time.hours().flatMap(hours -> byClock(hours, date, zone)))
        .map(Occasions::widened);
  }

  private static Optional<TimeSlot> byBells(Periods periods, DayPlan.Open day) {
    Optional<Instant> start = bell(periods.first(), day).map(TimeSlot::start);
    Optional<Instant> end = bell(periods.last(), day).map(TimeSlot::end);
    return start.isPresent() && end.isPresent() && start.get().isBefore(end.get())
        ? Optional.of(new TimeSlot(start.get(), end.get()))
        : Optional.empty();
  }

  /** Where several shifts have a lesson of one number, the earliest. */
  private static Optional<TimeSlot> bell(int number, DayPlan.Open day) {
    return day.lessons().stream()
        .filter(lesson -> lesson.number() == number)
        .map(kafedra.controller.calendar.Lesson::slot)
        .findFirst();
  }

  /** Nothing where the clocks are put forward over it. */
  private static Optional<TimeSlot> byClock(Hours hours, LocalDate date, ZoneId zone) {
    if (zone.getRules().getValidOffsets(date.atTime(hours.starts())).isEmpty()
        || zone.getRules().getValidOffsets(date.atTime(hours.ends())).isEmpty()) {
      return Optional.empty();
    }
    Instant start = date.atTime(hours.starts()).atZone(zone).toInstant();
    Instant end = date.atTime(hours.ends()).atZone(zone).toInstant();
    return start.isBefore(end) ? Optional.of(new TimeSlot(start, end)) : Optional.empty();
  }

  private static TimeSlot widened(TimeSlot slot) {
    Instant start =
        slot.start().minusMillis(Math.floorMod(slot.start().toEpochMilli(), STEP.toMillis()));
    long over = Math.floorMod(slot.end().toEpochMilli(), STEP.toMillis());
    Instant end =
        over == 0 ? slot.end() : slot.end().plus(STEP.toMillis() - over, ChronoUnit.MILLIS);
    return new TimeSlot(start, end);
  }
}
