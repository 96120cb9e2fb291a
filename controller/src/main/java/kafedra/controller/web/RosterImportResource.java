package kafedra.controller.web;

import java.util.List;
import java.util.Locale;
import kafedra.contract.id.SchoolId;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.StaffRole;
import kafedra.controller.roster.RosterImports;
import kafedra.controller.roster.RosterReport;
import kafedra.controller.roster.RosterReport.Fate;
import kafedra.controller.roster.RosterReport.RowFate;
import kafedra.controller.roster.RosterSheet;
import org.jspecify.annotations.Nullable;

/** Taking in a roster file: first to look, then for good. */
final class RosterImportResource {
  /** Reads the bytes of a roster file. */
  interface SheetReader {
    RosterSheet read(byte[] bytes);
  }

  private record ReportView(
      String mode,
      String encoding,
      String separator,
      int added,
      int updated,
      int unchanged,
      int rejected,
      List<RowView> rows) {}

  private record RowView(
      int line, String username, Fate fate, @Nullable String code, @Nullable String message) {}

  private final SheetReader reader;
  private final RosterImports imports;
  private final AuditLog audit;

  RosterImportResource(SheetReader reader, RosterImports imports, AuditLog audit) {
    this.reader = reader;
    this.imports = imports;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            Route.Method.POST,
            "/roster-imports",
            Access.of(StaffRole.LIBRARIAN, StaffRole.SYSADMIN),
            Route.BodyKind.CSV,
            this::takeIn));
  }

  private Reply takeIn(Call call) {
    SchoolId school = call.school().id();
    String mode = call.oneOf("mode", List.of("preview", "apply"));
    return switch (reader.read(call.bytes())) {
      case RosterSheet.Table table -> {
        RosterReport report =
            mode.equals("apply") ? imports.apply(table, school) : imports.preview(table, school);
        if (mode.equals("apply")) {
          audit.note(call.staff().login(), "roster-imported", school.value(), figures(report));
        }
        yield Reply.ok(view(mode, table, report, call.tongue()));
      }
      case RosterSheet.MissingColumn missing ->
          throw Problem.at(ProblemCode.MISSING_COLUMN, missing.column());
      case RosterSheet.Empty empty -> throw Problem.of(ProblemCode.EMPTY_FILE);
      case RosterSheet.NoTable torn -> throw Problem.of(ProblemCode.NOT_CSV, torn.line());
      case RosterSheet.TooManyRows tooMany ->
          throw Problem.of(ProblemCode.TOO_MANY_ROWS, RosterSheet.MOST_ROWS);
    };
  }

  private static String figures(RosterReport report) {
    return report.count(Fate.ADDED)
        + " added, "
        + report.count(Fate.UPDATED)
        + " updated, "
        + report.count(Fate.REJECTED)
        + " rejected";
  }

  private static ReportView view(
      String mode, RosterSheet.Table table, RosterReport report, Tongue tongue) {
    return new ReportView(
        mode,
        table.encoding(),
        table.separator(),
        report.count(Fate.ADDED),
        report.count(Fate.UPDATED),
        report.count(Fate.UNCHANGED),
        report.count(Fate.REJECTED),
        report.rows().stream().map(row -> view(row, tongue)).toList());
  }

  private static RowView view(RowFate row, Tongue tongue) {
    if (row.fault() == null) {
      return new RowView(row.line(), row.username(), row.fate(), null, null);
    }
    String code = row.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Object earlier = row.earlier() == null ? "" : row.earlier();
    return new RowView(
        row.line(), row.username(), row.fate(), code, tongue.text("row." + code, earlier));
  }
}
