package kafedra.controller.usage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps figures of fewer than {@value #FEWEST} people from telling about one of them. A row of
 * nobody is no secret. When a single row is hidden, the total would give it away, so the smallest
 * of the others is hidden with it; a total of few people is hidden too.
 */
public final class Suppression {
  /** People in a row that may be shown. */
  public static final int FEWEST = 5;

  private Suppression() {}

  /** The report without the figures of rows of few people. */
  public static UsageReport of(UsageReport report) {
    List<UsageReport.Row> rows = new ArrayList<>(report.rows());
    rows.replaceAll(row -> isOfFew(row) ? hidden(row) : row);
    long hidden = rows.stream().filter(row -> row.figures() == null).count();
    if (hidden == 1) {
      smallest(rows).ifPresent(row -> rows.set(rows.indexOf(row), hidden(row)));
    }
    UsageReport.Row total = report.total();
    return new UsageReport(report.by(), rows, isOfFew(total) ? hidden(total) : total);
  }

  private static Optional<UsageReport.Row> smallest(List<UsageReport.Row> rows) {
    return rows.stream()
        .filter(row -> people(row.figures()) > 0)
        .min(Comparator.comparingInt(row -> people(row.figures())));
  }

  private static boolean isOfFew(UsageReport.Row row) {
    int people = people(row.figures());
    return people > 0 && people < FEWEST;
  }

  private static int people(@Nullable Figures figures) {
    return figures == null ? 0 : figures.people();
  }

  private static UsageReport.Row hidden(UsageReport.Row row) {
    return new UsageReport.Row(row.key(), null);
  }
}
