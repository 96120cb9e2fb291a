package kafedra.controller.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.Workstation;
import kafedra.controller.timetable.Clash;
import kafedra.controller.timetable.Days;
import kafedra.controller.timetable.Fate;
import kafedra.controller.timetable.FileProblem;
import kafedra.controller.timetable.Hours;
import kafedra.controller.timetable.ImportReport;
import kafedra.controller.timetable.Lesson;
import kafedra.controller.timetable.LessonReport;
import kafedra.controller.timetable.Participants;
import kafedra.controller.timetable.Periods;
import kafedra.controller.timetable.TimetableFile;
import kafedra.controller.timetable.UnknownName;
import kafedra.controller.timetable.UnknownTeacher;
import org.jspecify.annotations.Nullable;

/** How an import is told. Lessons in rooms that are no labs are summed up by room. */
final class TimetableViews {
  /** Lessons that are told one by one. */
  static final int LISTED = 2_000;

  record ReportView(
      String mode,
      String token,
      @Nullable Integer version,
      TimetableFile.Format format,
      String encoding,
      boolean change,
      int leftOut,
      List<ProblemView> problems,
      Map<Fate, Integer> counts,
      List<LessonView> lessons,
      int more,
      List<RoomView> rooms,
      List<UnknownTeacher> teachers) {}

  record ProblemView(
      int line, String element, String field, String given, String code, String message) {}

  record RoomView(String name, int lessons, List<String> suggestions) {}

  record UnknownView(UnknownName.Kind kind, String name, List<String> suggestions) {}

  record ClashView(Clash.Over over, String name, int line) {}

  record AgainstView(
      TimeSlot slot,
      LabId lab,
      int given,
      List<Refusals.ReasonView> reasons,
      List<OtherView> others) {}

  record OtherView(
      String booking, TimeSlot slot, String label, Names.@Nullable Ref group, boolean person) {}

  record WhenView(
      @Nullable DayOfWeek day,
      String weeks,
      String terms,
      @Nullable LocalDate date,
      int dates,
      @Nullable Integer firstLesson,
      @Nullable Integer lastLesson,
      @Nullable LocalTime starts,
      @Nullable LocalTime ends) {}

  record LessonView(
      Fate fate,
      @Nullable Integer line,
      String source,
      String subject,
      List<String> participants,
      List<String> teachers,
      List<String> rooms,
      @Nullable WhenView when,
      List<Names.Ref> labs,
      List<Names.Ref> groups,
      int wanted,
      int given,
      List<String> seats,
      LessonReport.Dates dates,
      List<AgainstView> against,
      List<UnknownView> unknown,
      List<ClashView> clashes) {}

  private final Roster roster;
  private final Tongue tongue;

  TimetableViews(Roster roster, Tongue tongue) {
    this.roster = roster;
    this.tongue = tongue;
  }

  ReportView report(String mode, ImportReport report, @Nullable Integer version) {
    List<LessonReport> told =
        report.lessons().stream().filter(it -> it.fate() != Fate.NO_LAB).toList();
    List<LessonReport> listed = told.subList(0, Math.min(told.size(), LISTED));
    Map<GroupId, Group> groups =
        roster.groups(listed.stream().flatMap(it -> it.groups().stream()).distinct().toList());
    Names names =
        Names.of(
            roster,
            List.of(),
            listed.stream()
                .flatMap(it -> it.against().stream())
                .flatMap(it -> it.others().stream())
                .toList());
    return new ReportView(
        mode,
        report.token(),
        version,
        report.format(),
        report.encoding(),
        report.isChange(),
        report.leftOut(),
        report.problems().stream().map(it -> view(it, tongue)).toList(),
        counts(report),
        listed.stream().map(it -> view(it, groups, names)).toList(),
        told.size() - listed.size(),
        rooms(report),
        report.teachers());
  }

  private static Map<Fate, Integer> counts(ImportReport report) {
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    report.lessons().forEach(it -> counts.merge(it.fate(), 1, Integer::sum));
    return counts;
  }

  /** The rooms of lessons that are in no lab, with what they might be meant for. */
  private static List<RoomView> rooms(ImportReport report) {
    Map<String, Integer> lessons = new TreeMap<>();
    Map<String, List<String>> suggestions = new LinkedHashMap<>();
    for (LessonReport lesson : report.lessons()) {
      if (lesson.fate() == Fate.NO_LAB) {
        lesson
            .lesson()
            .map(Lesson::rooms)
            .orElse(List.of())
            .forEach(room -> lessons.merge(room, 1, Integer::sum));
        lesson.unknown().stream()
            .filter(it -> it.kind() == UnknownName.Kind.ROOM)
            .forEach(it -> suggestions.put(it.name(), it.suggestions()));
      }
    }
    return lessons.entrySet().stream()
        .limit(LISTED)
        .map(it ->
            new RoomView(
                it.getKey(), it.getValue(), suggestions.getOrDefault(it.getKey(), List.of())))
        .toList();
  }

  private static ProblemView view(FileProblem problem, Tongue tongue) {
    return new ProblemView(
        problem.spot().line(),
        problem.spot().element(),
        problem.field(),
        problem.given(),
        code(problem),
        message(problem, tongue));
  }

  private static String code(FileProblem problem) {
    return problem.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where it is, what is wrong, and what to do. */
  static String message(FileProblem problem, Tongue tongue) {
    String what = tongue.text("timetable.fault." + code(problem), problem.field(), problem.given());
    if (problem.spot().line() == 0) {
      return what;
    }
    String where =
        problem.spot().element().isEmpty()
            ? tongue.text("timetable.line", Integer.toString(problem.spot().line()))
            : tongue.text(
                "timetable.element",
                Integer.toString(problem.spot().line()),
                problem.spot().element());
    return where + " " + what;
  }

  private LessonView view(LessonReport it, Map<GroupId, Group> groups, Names names) {
    @Nullable Lesson lesson = it.lesson().orElse(null);
    return new LessonView(
        it.fate(),
        lesson == null ? null : lesson.spot().line(),
        it.source(),
        it.label(),
        lesson == null ? List.of() : texts(lesson.participants()),
        lesson == null ? List.of() : lesson.teachers(),
        lesson == null ? List.of() : lesson.rooms(),
        lesson == null ? null : when(lesson),
        it.labs().stream().map(this::lab).toList(),
        it.groups().stream().map(id -> group(id, groups)).toList(),
        it.wanted(),
        it.given(),
        it.seats().stream().map(this::label).toList(),
        it.dates(),
        it.against().stream().map(against -> view(against, names)).toList(),
        it.unknown().stream()
            .map(name -> new UnknownView(name.kind(), name.name(), name.suggestions()))
            .toList(),
        lesson == null ? List.of() : it.clashes().stream().map(c -> view(c, lesson)).toList());
  }

  private static List<String> texts(Collection<Participants> some) {
    return some.stream().map(Participants::toString).toList();
  }

  private static WhenView when(Lesson lesson) {
    @Nullable Periods periods = lesson.time().number();
    @Nullable Hours hours = lesson.time().clock();
    @Nullable Integer first = periods == null ? null : periods.first();
    @Nullable Integer last = periods == null ? null : periods.last();
    @Nullable LocalTime starts = hours == null ? null : hours.starts();
    @Nullable LocalTime ends = hours == null ? null : hours.ends();
    return switch (lesson.days()) {
      case Days.Weekly it ->
          new WhenView(
              it.day(), it.weeks().bits(), it.terms().bits(), null, 0, first, last, starts, ends);
      case Days.Dates it ->
          new WhenView(
              null, "1", "1", it.dates().getFirst(), it.dates().size(), first, last, starts, ends);
    };
  }

  private Names.Ref lab(LabId id) {
    return new Names.Ref(id.value(), roster.premises().lab(id).map(Lab::name).orElse(id.value()));
  }

  private static Names.Ref group(GroupId id, Map<GroupId, Group> groups) {
    Group group = groups.get(id);
    return new Names.Ref(id.value(), group == null ? id.value() : group.name());
  }

  private String label(WorkstationId seat) {
    return roster.premises().workstation(seat).map(Workstation::label).orElse(seat.value());
  }

  private AgainstView view(LessonReport.Against it, Names names) {
    return new AgainstView(
        it.slot(),
        it.lab(),
        it.given(),
        Refusals.views(it.reasons(), tongue),
        it.others().stream().map(other -> view(other, names)).toList());
  }

  /** Of a person's booking only that it is one: whose it is stands on the day's page. */
  private static OtherView view(Booking other, Names names) {
    return new OtherView(
        other.id().value(),
        other.slot(),
        other.label(),
        names.groupOfBooking(other),
        Names.personOf(other).isPresent());
  }

  private static ClashView view(Clash clash, Lesson own) {
    Lesson other = clash.one().equals(own) ? clash.other() : clash.one();
    return new ClashView(clash.over(), clash.name(), other.spot().line());
  }
}
