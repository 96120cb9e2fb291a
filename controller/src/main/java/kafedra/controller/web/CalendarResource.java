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
import kafedra.controller.booking.Booking;
import kafedra.controller.calendar.Agreement;
import kafedra.controller.calendar.Agreements;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.Lesson;
import kafedra.controller.calendar.PlanCheck;
import kafedra.controller.calendar.PlanDraft;
import kafedra.controller.calendar.PlanFault;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.closing.PlanDesk;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;
import org.jspecify.annotations.Nullable;

/** School years, what single days are, and agreements between schools. */
final class CalendarResource {
  private static final Access PLANNERS = Access.of(StaffRole.LIBRARIAN, StaffRole.COORDINATOR);

  /** A school year with its summer. */
  static final int MOST_DAYS = 400;

  /**
   * @param bookings what becomes of those that the plan would leave outside its hours; null to keep
   *     them
   */
  private record NewPlan(
      @Nullable Integer version, @Nullable PlanDraft plan, @Nullable String bookings) {}

  private record PreviewView(int bookings, List<ClosureView.Taken> taken) {}

  /**
   * @param cancelled the bookings that were taken back, and whom to tell
   */
  private record ChangedView(
      SchoolId school,
      String zone,
      int version,
      PlanView.Plan plan,
      List<ClosureView.Taken> cancelled) {}

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
  private final PlanDesk plans;
  private final Roster roster;
  private final AuditLog audit;

  CalendarResource(
      Calendar calendar, Agreements agreements, PlanDesk plans, Roster roster, AuditLog audit) {
    this.calendar = calendar;
    this.agreements = agreements;
    this.plans = plans;
    this.roster = roster;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/schools/{school}/calendar", Access.STAFF, this::show),
        Route.json(Route.Method.PUT, "/schools/{school}/calendar", PLANNERS, this::change),
        Route.json(
            Route.Method.POST, "/schools/{school}/calendar-previews", PLANNERS, this::preview),
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
    PlanDesk.Fate fate =
        body.bookings() == null
            ? PlanDesk.Fate.KEEP
            : Fields.word("bookings", body.bookings(), PlanDesk.Fate.class);
    String login = call.staff().login();
    return switch (plans.change(school, version, plan, fate, login)) {
      case PlanDesk.Outcome.Changed it -> {
        audit.note(
            login,
            "calendar-changed",
            school.value(),
            "version %d; bookings=%s; cancelled=%d"
                .formatted(it.version(), fate, it.cancelled().size()));
        PlanView now = PlanView.of(calendarOf(school));
        yield Reply.ok(
            new ChangedView(
                now.school(), now.zone(), now.version(), now.plan(), taken(it.cancelled())));
      }
      case PlanDesk.Outcome.Stale stale ->
          throw Problem.of(ProblemCode.CALENDAR_CHANGED, stale.version());
    };
  }

  /** What a plan would leave outside its hours; nothing is changed. */
  private Reply preview(Call call) {
    SchoolId school = school(call);
    NewPlan body = call.body(NewPlan.class);
    SchoolPlan plan = plan(call, Fields.given("plan", body.plan()), school);
    List<Booking> hit = plans.hit(school, plan);
    return Reply.ok(new PreviewView(hit.size(), taken(hit)));
  }

  private List<ClosureView.Taken> taken(List<Booking> bookings) {
    Names names = Names.of(roster, List.of(), bookings);
    return bookings.stream().map(it -> ClosureView.Taken.of(it, names, null)).toList();
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
