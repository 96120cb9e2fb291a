package kafedra.controller.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Workstation;
import org.jspecify.annotations.Nullable;

/** The lines of the annex: lessons that need seats in a lab, as they were taken in. */
final class TimetableRows {
  private final Premises premises;

  TimetableRows(Premises premises) {
    this.premises = premises;
  }

  List<TimetableRow> of(ImportReport report) {
    return report.lessons().stream()
        .filter(lesson -> lesson.wanted() > 0)
        .flatMap(lesson -> lesson.lesson().map(it -> row(lesson, it)).stream())
        .toList();
  }

  private TimetableRow row(LessonReport report, Lesson lesson) {
    @Nullable Periods periods = lesson.time().number();
    @Nullable Hours hours = lesson.time().clock();
    return new TimetableRow(
        report.fate(),
        dayOf(lesson.days()),
        dateOf(lesson.days()),
        lesson.days() instanceof Days.Weekly weekly ? weekly.weeks().bits() : "1",
        periods == null ? null : periods.first(),
        periods == null ? null : periods.last(),
        hours == null ? null : hours.starts(),
        hours == null ? null : hours.ends(),
        lesson.subject(),
        lesson.participants().stream()
            .map(Participants::toString)
            .collect(Collectors.joining(", ")),
        String.join(", ", lesson.teachers()),
        report.labs().stream().map(this::name).collect(Collectors.joining(", ")),
        report.seats().stream().map(this::label).collect(Collectors.joining(", ")),
        report.wanted(),
        report.given(),
        report.dates().booked());
  }

  private static @Nullable DayOfWeek dayOf(Days days) {
    return days instanceof Days.Weekly weekly ? weekly.day() : null;
  }

  private static @Nullable LocalDate dateOf(Days days) {
    return days instanceof Days.Dates dates ? dates.dates().getFirst() : null;
  }

  private String name(LabId lab) {
    return premises.lab(lab).map(Lab::name).orElse(lab.value());
  }

  private String label(WorkstationId seat) {
    return premises.workstation(seat).map(Workstation::label).orElse(seat.value());
  }
}
