package kafedra.controller.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.access.StaffRole;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;
import kafedra.controller.usage.Cut;
import kafedra.controller.usage.MoodReport;
import kafedra.controller.usage.Suppression;
import kafedra.controller.usage.UsageQuestion;
import kafedra.controller.usage.UsageReport;
import kafedra.controller.usage.UsageReports;

/** Hours over days, labs, schools, groups and purposes. */
final class UsageResource {
  private static final Access READERS = Access.of(StaffRole.LIBRARIAN, StaffRole.COORDINATOR);
  private static final List<String> CUTS = List.of("day", "lab", "school", "group", "purpose");

  private record ReportView(
      LocalDate from, LocalDate to, String by, List<UsageRowView> rows, UsageRowView total) {}

  private final UsageReports reports;
  private final Roster roster;
  private final MoodReport moods;

  UsageResource(UsageReports reports, MoodReport moods, Roster roster) {
    this.reports = reports;
    this.moods = moods;
    this.roster = roster;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/usage", READERS, this::usage), Route.get("/moods", READERS, this::moods));
  }

  private Reply moods(Call call) {
    LocalDate from = call.date("from");
    LocalDate to = call.date("to");
    if (!from.isBefore(to) || from.plusDays(UsageQuestion.MOST_DAYS).isBefore(to)) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, "to");
    }
    return Reply.ok(moods.of(call.schools().stream().map(School::id).toList(), from, to));
  }

  private Reply usage(Call call) {
    String by = call.oneOf("by", CUTS);
    Cut cut = Cut.valueOf(by.toUpperCase(Locale.ROOT));
    LocalDate from = call.date("from");
    LocalDate to = call.date("to");
    if (!from.isBefore(to) || from.plusDays(UsageQuestion.MOST_DAYS).isBefore(to)) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, "to");
    }
    List<SchoolId> schools = call.schools().stream().map(School::id).toList();
    boolean csv = wantsCsv(call);
    UsageReport full = reports.report(new UsageQuestion(from, to, cut, schools));
    UsageReport report = leaves(call, cut, schools, csv) ? Suppression.of(full) : full;
    List<UsageRowView> rows = rows(report, call);
    UsageRowView total = UsageRowView.of(report.total(), cut, call.tongue().text("usage.total"));
    if (csv) {
      String name = "kafedra-" + by + "-" + from + "-" + to + ".csv";
      return new Reply.Download(
          "text/csv; charset=utf-8", name, new UsageCsv(call.tongue()).text(cut, rows, total));
    }
    return Reply.ok(new ReportView(from, to, by, rows, total));
  }

  private static boolean wantsCsv(Call call) {
    String accept = call.context().header("Accept");
    return accept != null && accept.toLowerCase(Locale.ROOT).startsWith("text/csv");
  }

  /**
   * Whether figures leave a school: a file always may, and so do the doings of people on the screen
   * of somebody who is not of that school. Hours of rooms and days tell of rooms.
   */
  private static boolean leaves(Call call, Cut cut, List<SchoolId> schools, boolean csv) {
    boolean ofPeople = cut == Cut.GROUP || cut == Cut.PURPOSE;
    boolean stranger = schools.stream().anyMatch(it -> !call.staff().belongsTo(it));
    return csv || (ofPeople && stranger);
  }

  private List<UsageRowView> rows(UsageReport report, Call call) {
    Map<GroupId, Group> groups =
        report.by() == Cut.GROUP
            ? roster.groups(
                report.rows().stream()
                    .map(UsageReport.Row::key)
                    .filter(key -> !key.equals(UsageReport.NONE))
                    .map(GroupId::new)
                    .toList())
            : Map.of();
    List<UsageRowView> rows = new ArrayList<>();
    for (UsageReport.Row row : report.rows()) {
      rows.add(UsageRowView.of(row, report.by(), label(report.by(), row.key(), groups, call)));
    }
    if (report.by() != Cut.DAY) {
      rows.sort(Comparator.comparing(UsageRowView::label));
    }
    return rows;
  }

  private static String label(Cut by, String key, Map<GroupId, Group> groups, Call call) {
    if (key.equals(UsageReport.NONE)) {
      return call.tongue().text("usage.none");
    }
    return switch (by) {
      case DAY -> key;
      case SCHOOL -> call.premises().school(new SchoolId(key)).map(School::name).orElse(key);
      case LAB -> call.premises().lab(new LabId(key)).map(Lab::name).orElse(key);
      case GROUP -> {
        Group group = groups.get(new GroupId(key));
        yield group == null ? key : group.name();
      }
      case PURPOSE ->
          call.tongue().text("purpose." + key.toLowerCase(Locale.ROOT).replace('_', '-'));
    };
  }
}
