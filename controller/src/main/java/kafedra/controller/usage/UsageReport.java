package kafedra.controller.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hours in rows.
 *
 * @param rows in the order of days, or of names for others (whoever knows the names sorts them)
 */
public record UsageReport(Cut by, List<Row> rows, Row total) {
  public UsageReport {
    rows = List.copyOf(rows);
  }

  /** Key of the sum. */
  public static final String TOTAL = "total";

  /** Key of what belongs to no group or no lab. */
  public static final String NONE = "none";

  /** Key of sessions without a booking, by purpose. */
  public static final String WALK_IN = "WALK_IN";

  /**
   * One row.
   *
   * @param key day, id or purpose
   * @param figures null when suppressed
   */
  public record Row(String key, @Nullable Figures figures) {}
}
