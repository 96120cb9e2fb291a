package kafedra.controller.web;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.StaffRole;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.Clearance;
import kafedra.controller.calendar.Closure;
import kafedra.controller.closing.ClosingDesk;
import kafedra.controller.closing.ClosureRecord;
import kafedra.controller.fleet.LiveRooms;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;

/** Rooms, schools or the district closed for some days. */
final class ClosureResource {
  private static final Access CLOSERS = Access.of(StaffRole.LIBRARIAN, StaffRole.COORDINATOR);

  /** Closures are listed this long after their last day. */
  private static final Duration LISTED = Duration.ofDays(62);

  private record PreviewView(
      int bookings, List<ClosureView.Taken> taken, List<LiveRooms.Sitting> sitting) {}

  private final ClosingDesk desk;
  private final BookingDesk bookings;
  private final LiveRooms rooms;
  private final Roster roster;
  private final AuditLog audit;
  private final InstantSource clock;

  ClosureResource(
      ClosingDesk desk,
      BookingDesk bookings,
      LiveRooms rooms,
      Roster roster,
      AuditLog audit,
      InstantSource clock) {
    this.desk = desk;
    this.bookings = bookings;
    this.rooms = rooms;
    this.roster = roster;
    this.audit = audit;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.json(Route.Method.POST, "/closure-previews", CLOSERS, this::preview),
        Route.get("/closures", CLOSERS, this::list),
        Route.get("/closures/{closure}", CLOSERS, call -> Reply.ok(view(call, seen(call)))),
        Route.json(Route.Method.PUT, "/closures/{closure}", CLOSERS, this::close),
        Route.change(Route.Method.DELETE, "/closures/{closure}", CLOSERS, this::undo));
  }

  private Reply preview(Call call) {
    Closure closure = wanted(call, new ClosureId("preview"));
    List<Booking> reached = desk.preview(closure);
    Names names = Names.of(roster, List.of(), reached);
    return Reply.ok(
        new PreviewView(
            reached.size(),
            reached.stream().map(it -> ClosureView.Taken.of(it, names, null)).toList(),
            sitting(call, closure)));
  }

  /** Where people sit now in rooms that the closure closes today. */
  private List<LiveRooms.Sitting> sitting(Call call, Closure closure) {
    Premises premises = call.premises();
    List<LabId> closed =
        call.schools().stream()
            .flatMap(school ->
                premises.labsOf(school.id()).stream()
                    .filter(lab -> closure.closes(school.id(), lab.id(), today(school.zone()))))
            .map(Lab::id)
            .toList();
    return rooms.sitting(closed);
  }

  /** What the body asks for, if the caller may close it. */
  private Closure wanted(Call call, ClosureId id) {
    Closure closure =
        call.body(NewClosure.class).closure(id, call.staff().login(), clock.instant());
    switch (closure.scope()) {
      case Closure.OfLab one -> {
        if (call.premises().lab(one.lab()).map(Lab::school).filter(call::maySee).isEmpty()) {
          throw Problem.at(ProblemCode.BAD_FIELD, "lab");
        }
      }
      case Closure.OfSchool one -> call.seen(call.premises().school(one.school()), School::id);
      case Closure.OfDistrict all -> {
        if (!call.maySeeDistrict()) {
          throw Problem.of(ProblemCode.FORBIDDEN);
        }
      }
    }
    if (closure.days().last().isBefore(today(call, closure))) {
      throw Problem.at(ProblemCode.BAD_FIELD, "last");
    }
    return closure;
  }

  /** Today at the place; in a district of several zones where the day began last. */
  private LocalDate today(Call call, Closure closure) {
    Optional<SchoolId> school = schoolOf(call, closure);
    return call.premises().schools().stream()
        .filter(it -> school.isEmpty() || school.get().equals(it.id()))
        .map(School::zone)
        .map(this::today)
        .min(LocalDate::compareTo)
        .orElseGet(() -> today(ZoneOffset.UTC));
  }

  private LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** The school that a closure is of; empty for the whole district. */
  private static Optional<SchoolId> schoolOf(Call call, Closure closure) {
    return switch (closure.scope()) {
      case Closure.OfLab one -> call.premises().lab(one.lab()).map(Lab::school);
      case Closure.OfSchool one -> Optional.of(one.school());
      case Closure.OfDistrict all -> Optional.empty();
    };
  }

  private Reply list(Call call) {
    List<SchoolId> schools = call.schools().stream().map(School::id).toList();
    LocalDate from = today(ZoneOffset.UTC).minusDays(LISTED.toDays());
    return Reply.ok(
        desk.endingFrom(from).stream()
            .filter(it ->
                it.closure().scope() instanceof Closure.OfDistrict
                    || schoolOf(call, it.closure()).filter(schools::contains).isPresent())
            .map(it -> view(call, it))
            .toList());
  }

  /** The closure of the path; one of the whole district is seen by all its staff. */
  private ClosureRecord seen(Call call) {
    ClosureRecord there =
        desk.find(call.pathId("closure", ClosureId::new))
            .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    if (there.closure().scope() instanceof Closure.OfDistrict) {
      return there;
    }
    call.seen(schoolOf(call, there.closure()), school -> school);
    return there;
  }

  private ClosureView view(Call call, ClosureRecord it) {
    Map<BookingId, Clearance.Entry> entries = new LinkedHashMap<>();
    it.entries().forEach(entry -> entries.put(entry.booking(), entry));
    List<Booking> taken = new ArrayList<>();
    entries.keySet().forEach(id -> bookings.find(id).ifPresent(taken::add));
    taken.removeIf(booking -> !call.maySee(booking.school()));
    Names names = Names.of(roster, List.of(), taken);
    return ClosureView.of(
        it,
        taken.stream()
            .map(booking -> ClosureView.Taken.of(booking, names, entries.get(booking.id())))
            .toList(),
        it.state() == ClosureRecord.State.OPENED ? List.of() : sitting(call, it.closure()));
  }

  private Reply close(Call call) {
    ClosureId id = call.pathId("closure", ClosureId::new);
    Closure closure = wanted(call, id);
    return switch (desk.close(closure)) {
      case ClosingDesk.Closing.Closed it -> {
        note(call, "rooms-closed", it.done());
        yield new Reply.Json(201, view(call, it.done()));
      }
      case ClosingDesk.Closing.ClosedBefore it -> Reply.ok(view(call, it.done()));
      case ClosingDesk.Closing.IdInUse it -> throw Problem.of(ProblemCode.CLOSURE_TAKEN);
    };
  }

  private Reply undo(Call call) {
    ClosureRecord there = seen(call);
    if (there.closure().scope() instanceof Closure.OfDistrict && !call.maySeeDistrict()) {
      throw Problem.of(ProblemCode.FORBIDDEN);
    }
    ClosureRecord done =
        desk.undo(there.closure().id(), call.staff().login())
            .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    if (there.state() != ClosureRecord.State.OPENED) {
      note(call, "rooms-opened", done);
    }
    return Reply.ok(view(call, done));
  }

  private void note(Call call, String action, ClosureRecord done) {
    Closure it = done.closure();
    audit.note(
        call.staff().login(),
        action,
        it.id().value(),
        "scope=%s; days=%s/%s; reason=%s; running=%s; bookings=%d"
            .formatted(
                it.scope(),
                it.days().first(),
                it.days().last(),
                it.reason(),
                it.running(),
                done.entries().size()));
  }
}
