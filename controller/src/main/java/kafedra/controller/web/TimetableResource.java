package kafedra.controller.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kafedra.contract.id.SchoolId;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.StaffRole;
import kafedra.controller.booking.Terms;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;
import kafedra.controller.timetable.FileProblem;
import kafedra.controller.timetable.Frame;
import kafedra.controller.timetable.ImportOutcome;
import kafedra.controller.timetable.ImportReport;
import kafedra.controller.timetable.ImportWish;
import kafedra.controller.timetable.KnownNames;
import kafedra.controller.timetable.Reading;
import kafedra.controller.timetable.Shortage;
import kafedra.controller.timetable.TimetableDesk;
import kafedra.controller.timetable.TimetableFile;
import kafedra.controller.timetable.TimetableRow;
import kafedra.controller.timetable.TimetableVersion;
import org.jspecify.annotations.Nullable;

/** Timetables from files: first to look, then for good; and what was taken in. */
final class TimetableResource {
  private static final Access PLANNERS = Access.of(StaffRole.LIBRARIAN, StaffRole.COORDINATOR);

  private record NamesBody(
      @Nullable Map<String, @Nullable String> rooms,
      @Nullable Map<String, @Nullable String> groups) {}

  private record NamesView(Map<String, String> rooms, Map<String, String> groups) {}

  private record VersionView(
      int number,
      String order,
      @Nullable LocalDate orderDate,
      LocalDate first,
      LocalDate last,
      LocalDate firstWeek,
      TimetableFile.Format format,
      int lessons,
      int shortages,
      String madeBy,
      Instant madeAt) {
    static VersionView of(TimetableVersion it) {
      return new VersionView(
          it.number(),
          it.order(),
          it.orderDate(),
          it.first(),
          it.last(),
          it.firstWeek(),
          it.format(),
          it.lessons(),
          it.shortages(),
          it.madeBy(),
          it.madeAt());
    }
  }

  private record AnnexView(
      SchoolId school, @Nullable VersionView version, List<TimetableRow> rows) {}

  private final TimetableDesk desk;
  private final Roster roster;
  private final Calendar calendar;
  private final AuditLog audit;
  private final InstantSource clock;

  TimetableResource(
      TimetableDesk desk, Roster roster, Calendar calendar, AuditLog audit, InstantSource clock) {
    this.desk = desk;
    this.roster = roster;
    this.calendar = calendar;
    this.audit = audit;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            Route.Method.POST,
            "/timetable-imports",
            PLANNERS,
            Route.BodyKind.TIMETABLE,
            this::takeIn),
        Route.get("/schools/{school}/timetable-names", PLANNERS, this::names),
        Route.json(Route.Method.PUT, "/schools/{school}/timetable-names", PLANNERS, this::explain),
        Route.get("/schools/{school}/timetables", PLANNERS, this::versions),
        Route.get("/schools/{school}/timetable-annex", PLANNERS, this::annex),
        Route.get("/schools/{school}/timetable-shortages", PLANNERS, this::shortages));
  }

  private SchoolId school(Call call) {
    return call.seen(call.premises().school(call.pathId("school", SchoolId::new)), School::id).id();
  }

  // --- files ------------------------------------------------------------------------------------

  private Reply takeIn(Call call) {
    SchoolId school = call.school().id();
    String mode = call.oneOf("mode", List.of("preview", "apply"));
    ImportWish wish = wish(call, school);
    ImportOutcome outcome =
        mode.equals("apply")
            ? desk.apply(call.bytes(), wish, call.required("token"))
            : desk.preview(call.bytes(), wish);
    return switch (outcome) {
      case ImportOutcome.Planned planned -> Reply.ok(view(call, mode, planned.report(), null));
      case ImportOutcome.Applied applied -> {
        audit.note(
            call.staff().login(),
            "timetable-imported",
            school.value(),
            "version=" + applied.version() + "; " + figures(applied.report()));
        yield Reply.ok(view(call, mode, applied.report(), applied.version()));
      }
      case ImportOutcome.Stale stale -> throw Problem.of(ProblemCode.TIMETABLE_STALE);
      case ImportOutcome.Unreadable unreadable ->
          throw unreadable(unreadable.problem(), call.tongue());
    };
  }

  private static Problem unreadable(FileProblem problem, Tongue tongue) {
    return Problem.at(
        ProblemCode.TIMETABLE_UNREADABLE,
        problem.field().isEmpty() ? "file" : problem.field(),
        TimetableViews.message(problem, tongue));
  }

  private TimetableViews.ReportView view(
      Call call, String mode, ImportReport report, @Nullable Integer version) {
    return new TimetableViews(roster, call.tongue()).report(mode, report, version);
  }

  private static String figures(ImportReport report) {
    return report.lessons().stream()
        .collect(Collectors.groupingBy(it -> it.fate().name(), Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> it.getKey().toLowerCase(Locale.ROOT) + "=" + it.getValue())
        .collect(Collectors.joining("; "));
  }

  private ImportWish wish(Call call, SchoolId school) {
    ZoneId zone = calendar.of(school).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND)).zone();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate first = date(call, "first").orElse(today);
    LocalDate last = date(call, "last").orElseThrow(() -> missing("last"));
    String order = call.query("order").orElse("").strip();
    if (order.length() > ImportWish.LONGEST_ORDER) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, "order");
    }
    Reading reading;
    try {
      reading = new Reading(zone, first, last);
    } catch (IllegalArgumentException impossible) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, "last");
    }
    return new ImportWish(
        school,
        new Frame(reading, date(call, "firstWeek").orElse(first)),
        call.query("shortage").isPresent()
            ? Shortage.valueOf(call.oneOf("shortage", List.of("LEAVE_OUT", "BOOK_FREE")))
            : Shortage.LEAVE_OUT,
        order,
        date(call, "orderDate").orElse(null),
        override(call),
        call.staff().login());
  }

  private static @Nullable String override(Call call) {
    Optional<String> reason = call.query("override").map(String::strip);
    if (reason.filter(it -> it.isEmpty() || it.length() > Terms.LONGEST_REASON).isPresent()) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, "override");
    }
    return reason.orElse(null);
  }

  private static Problem missing(String name) {
    return Problem.at(ProblemCode.MISSING_PARAMETER, name);
  }

  private static Optional<LocalDate> date(Call call, String name) {
    return call.query(name)
        .map(text -> {
          try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() < 2200) {
              return date;
            }
          } catch (DateTimeException malformed) {
            // told below, as a year out of range is
          }
          throw Problem.at(ProblemCode.BAD_PARAMETER, name);
        });
  }

  // --- names ------------------------------------------------------------------------------------

  private Reply names(Call call) {
    return Reply.ok(view(desk.names(school(call))));
  }

  private static NamesView view(KnownNames names) {
    return new NamesView(names.rooms(), names.groups());
  }

  private Reply explain(Call call) {
    SchoolId school = school(call);
    NamesBody body = call.body(NamesBody.class);
    Set<String> labs =
        call.premises().labsOf(school).stream()
            .map(Lab::id)
            .map(Object::toString)
            .collect(Collectors.toSet());
    Set<String> groups =
        roster.groupsOf(school).stream()
            .map(Group::id)
            .map(Object::toString)
            .collect(Collectors.toSet());
    KnownNames names =
        new KnownNames(
            targets("rooms", body.rooms(), labs), targets("groups", body.groups(), groups));
    desk.explain(school, names);
    audit.note(
        call.staff().login(),
        "timetable-names-set",
        school.value(),
        names.rooms().size() + " rooms, " + names.groups().size() + " groups");
    return Reply.ok(view(desk.names(school)));
  }

  private static Map<String, String> targets(
      String field, @Nullable Map<String, @Nullable String> given, Set<String> known) {
    Map<String, String> targets = new HashMap<>();
    if (given == null) {
      return targets;
    }
    given.forEach((name, target) -> {
      boolean usable = target != null && (target.isEmpty() || known.contains(target));
      if (!usable || name.isBlank() || name.length() > 410 || given.size() > KnownNames.MOST) {
        throw Problem.at(ProblemCode.BAD_FIELD, field);
      }
      targets.put(name, target);
    });
    return targets;
  }

  // --- what was taken in ------------------------------------------------------------------------

  private Reply versions(Call call) {
    return Reply.ok(desk.versions(school(call)).stream().map(VersionView::of).toList());
  }

  /** Of the version asked for, or the newest; without any version an annex without lines. */
  private Reply annex(Call call) {
    SchoolId school = school(call);
    int number = call.number("number", 1, Integer.MAX_VALUE, 0);
    Optional<TimetableVersion> version =
        desk.versions(school).stream()
            .filter(it -> number == 0 || it.number() == number)
            .findFirst();
    if (version.isEmpty() && number > 0) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return Reply.ok(
        new AnnexView(
            school,
            version.map(VersionView::of).orElse(null),
            version.map(it -> desk.rows(school, it.number())).orElse(List.of())));
  }

  /** Of the timetable that was taken in last. */
  private Reply shortages(Call call) {
    SchoolId school = school(call);
    return Reply.ok(
        desk.versions(school).stream()
            .findFirst()
            .map(newest ->
                desk.rows(school, newest.number()).stream().filter(TimetableRow::isShort).toList())
            .orElse(List.of()));
  }
}
