package kafedra.controller.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each row of a roster file, by line. */
public record RosterReport(List<RowFate> rows) {
  public RosterReport {
    rows = List.copyOf(rows);
  }

  /**
   * One row's fate.
   *
   * @param fault why it was rejected; null otherwise
   * @param earlier line that a duplicate repeats; null otherwise
   */
  public record RowFate(
      int line, String username, Fate fate, @Nullable RowFault fault, @Nullable Integer earlier) {}

  /** What a row does. */
  public enum Fate {
    ADDED,
    UPDATED,
    UNCHANGED,
    REJECTED
  }

  public int count(Fate fate) {
    return (int) rows.stream().filter(row -> row.fate() == fate).count();
  }
}
