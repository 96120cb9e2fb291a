package kafedra.controller.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.StaffRole;
import kafedra.controller.calendar.Agreement;
import kafedra.controller.calendar.Agreements;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.CalendarStore;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.Lesson;
import kafedra.controller.calendar.PlanCheck;
import kafedra.controller.calendar.PlanDraft;
import kafedra.controller.calendar.PlanFault;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.School;
import org.jspecify.annotations.Nullable;

/** School years, what single days are, and agreements between schools. */
final class CalendarResource {
  private static final Access PLANNERS = Access.of(StaffRole.LIBRARIAN, StaffRole.COORDINATOR);

  /** A school year with its summer. */
  static final int MOST_DAYS = 400;

  private record NewPlan(@Nullable Integer version, @Nullable PlanDraft plan) {}

  private record DayView(
      LocalDate date,
      boolean open,
      List<TimeSlot> hours,
      List<Lesson> lessons,
      DayPlan.@Nullable Reason reason,
      String note) {
    static DayView of(LocalDate date, DayPlan plan) {
      return switch (plan) {
        case DayPlan.Open it -> new DayView(date, true, it.hours(), it.lessons(), null, "");
        case DayPlan.Closed it ->
            new DayView(date, false, List.of(), List.of(), it.reason(), it.note());
      };
    }
  }

  private record AgreementView(
      String number, SchoolId base, SchoolId network, LocalDate first, LocalDate last) {
    static AgreementView of(Agreement it) {
      return new AgreementView(
          it.number(), it.base(), it.network(), it.days().first(), it.days().last());
    }
  }

  private final Calendar calendar;
  private final Agreements agreements;
  private final CalendarStore store;
  private final AuditLog audit;

  CalendarResource(Calendar calendar, Agreements agreements, CalendarStore store, AuditLog audit) {
    this.calendar = calendar;
    this.agreements = agreements;
    this.store = store;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/schools/{school}/calendar", Access.STAFF, this::show),
        Route.json(Route.Method.PUT, "/schools/{school}/calendar", PLANNERS, this::change),
        Route.get("/labs/{lab}/days", Access.STAFF, this::days),
        Route.get("/agreements", PLANNERS, this::agreements));
  }

  private Reply show(Call call) {
    return Reply.ok(PlanView.of(calendarOf(school(call))));
  }

  private static SchoolId school(Call call) {
    SchoolId id = call.pathId("school", SchoolId::new);
    return call.seen(call.premises().school(id), School::id).id();
  }

  private Reply change(Call call) {
    SchoolId school = school(call);
    NewPlan body = call.body(NewPlan.class);
    int version = Fields.number("version", body.version(), 0, Integer.MAX_VALUE);
    SchoolPlan plan = plan(call, Fields.given("plan", body.plan()), school);
    return switch (store.replace(school, version, plan)) {
      case CalendarStore.PlanChange.Kept kept -> {
        audit.note(
            call.staff().login(), "calendar-changed", school.value(), "version " + kept.version());
        yield Reply.ok(PlanView.of(calendarOf(school)));
      }
      case CalendarStore.PlanChange.Stale stale ->
          throw Problem.of(ProblemCode.CALENDAR_CHANGED, stale.version());
    };
  }

  private SchoolPlan plan(Call call, PlanDraft draft, SchoolId school) {
    Set<LabId> labs =
        call.premises().labsOf(school).stream().map(Lab::id).collect(Collectors.toSet());
    return switch (PlanCheck.check(draft, labs, calendarOf(school))) {
      case PlanCheck.Checked.Good good -> good.plan();
      case PlanCheck.Checked.Faulty faulty -> throw problem(faulty.faults(), call.tongue());
    };
  }

  private static Problem problem(List<PlanFault> faults, Tongue tongue) {
    List<Problem.Fault> told =
        faults.stream()
            .map(it ->
                new Problem.Fault(
                    "plan." + it.field(),
                    tongue.text("calendar-fault." + it.kind(), it.words().toArray())))
            .toList();
    return Problem.faulty(ProblemCode.BAD_CALENDAR, told);
  }

  private Reply days(Call call) {
    Lab lab = call.lab();
    LocalDate from = call.date("from");
    LocalDate to = call.date("to");
    if (!from.isBefore(to) || to.isAfter(from.plusDays(MOST_DAYS))) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, "to");
    }
    SchoolCalendar hours = calendarOf(lab.school());
    return Reply.ok(
        from.datesUntil(to).map(day -> DayView.of(day, hours.day(lab.id(), day))).toList());
  }

  private Reply agreements(Call call) {
    Set<SchoolId> seen = call.schools().stream().map(School::id).collect(Collectors.toSet());
    return Reply.ok(
        agreements.all().stream()
            .filter(it -> seen.contains(it.base()) || seen.contains(it.network()))
            .map(AgreementView::of)
            .toList());
  }

  private SchoolCalendar calendarOf(SchoolId school) {
    return calendar
        .of(school)
        .orElseThrow(() -> new IllegalStateException("school " + school + " has no calendar"));
  }
}
