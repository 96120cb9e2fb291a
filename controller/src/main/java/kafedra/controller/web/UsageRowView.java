package kafedra.controller.web;

import java.time.Duration;
import kafedra.controller.usage.Cut;
import kafedra.controller.usage.Figures;
import kafedra.controller.usage.Suppression;
import kafedra.controller.usage.UsageReport;
import org.jspecify.annotations.Nullable;

/** A row of a report as it is shown; what is suppressed or not defined is null. */
record UsageRowView(
    String key,
    String label,
    boolean suppressed,
    @Nullable Double bookedHours,
    @Nullable Double signedInHours,
    @Nullable Double activeHours,
    @Nullable Integer sessions,
    @Nullable Integer people,
    @Nullable Integer due,
    @Nullable Integer noShows,
    @Nullable Integer refusals,
    @Nullable Double availableHours,
    @Nullable Double occupancy) {
  static UsageRowView of(UsageReport.Row row, Cut by, String label) {
    Figures figures = row.figures();
    if (figures == null) {
      return new UsageRowView(
          row.key(), label, true, null, null, null, null, null, null, null, null, null, null);
    }
    boolean ofRooms = by != Cut.GROUP && by != Cut.PURPOSE;
    boolean hasRefusals = by == Cut.DAY || by == Cut.SCHOOL || isTotal(row);
    return new UsageRowView(
        row.key(),
        label,
        false,
        hours(figures.booked()),
        hours(figures.signedIn()),
        hours(figures.active()),
        figures.sessions(),
        figures.people() < Suppression.FEWEST ? null : Integer.valueOf(figures.people()),
        figures.due(),
        figures.noShows(),
        hasRefusals ? Integer.valueOf(figures.refusals()) : null,
        ofRooms || isTotal(row) ? hours(figures.available()) : null,
        (ofRooms || isTotal(row)) && !figures.available().isZero()
            ? rounded(figures.occupancy())
            : null);
  }

  private static boolean isTotal(UsageReport.Row row) {
    return row.key().equals(UsageReport.TOTAL);
  }

  private static Double hours(Duration time) {
    return rounded(time.toMillis() / 3_600_000.0);
  }

  private static Double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
