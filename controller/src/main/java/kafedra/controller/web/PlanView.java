package kafedra.controller.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.SchoolId;
import kafedra.controller.calendar.BellSchedule;
import kafedra.controller.calendar.DaySpan;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.calendar.Shift;
import kafedra.controller.calendar.SpecialDay;
import kafedra.controller.calendar.Stretch;
import kafedra.controller.calendar.WeekHours;
import org.jspecify.annotations.Nullable;

/** A school's calendar as the API shows it; {@code plan} is what a PUT takes. */
record PlanView(SchoolId school, String zone, int version, Plan plan) {
  record Plan(
      @Nullable DaySpan year,
      List<Named> terms,
      List<Named> holidays,
      Map<DayOfWeek, List<Stretch>> hours,
      Map<String, Map<DayOfWeek, List<Stretch>>> labs,
      List<Bells> bells,
      Map<DayOfWeek, String> week,
      List<Special> specialDays) {}

  record Named(String name, LocalDate first, LocalDate last) {
    static Named of(String name, DaySpan days) {
      return new Named(name, days.first(), days.last());
    }
  }

  record Bells(String name, List<Ring> lessons) {
    static Bells of(BellSchedule schedule) {
      return new Bells(
          schedule.name(),
          schedule.lessons().stream()
              .map(it -> new Ring(it.number(), it.shift(), it.start(), it.end()))
              .toList());
    }
  }

  record Ring(int number, Shift shift, LocalTime start, LocalTime end) {}

  record Special(
      LocalDate date,
      String name,
      @Nullable DayOfWeek taughtAs,
      @Nullable String bells,
      @Nullable List<Stretch> hours) {
    static Special of(SpecialDay day) {
      return new Special(day.date(), day.name(), day.taughtAs(), day.bells(), day.hours());
    }
  }

  static PlanView of(SchoolCalendar calendar) {
    SchoolPlan plan = calendar.plan();
    Map<String, Map<DayOfWeek, List<Stretch>>> labs = new LinkedHashMap<>();
    plan.labs().forEach((lab, week) -> labs.put(lab.value(), days(week)));
    return new PlanView(
        calendar.school(),
        calendar.zone().getId(),
        calendar.version(),
        new Plan(
            plan.year(),
            plan.terms().stream().map(it -> Named.of(it.name(), it.days())).toList(),
            plan.holidays().stream().map(it -> Named.of(it.name(), it.days())).toList(),
            days(plan.hours()),
            labs,
            plan.bells().stream().map(Bells::of).toList(),
            plan.week(),
            plan.specialDays().stream().map(Special::of).toList()));
  }

  private static Map<DayOfWeek, List<Stretch>> days(WeekHours week) {
    return week.days();
  }
}
