package kafedra.controller.usage;

import java.time.LocalDate;
import java.util.List;
import kafedra.contract.id.SchoolId;

/**
 * What somebody wants to know.
 *
 * @param from first local day
 * @param to first local day after, later than {@code from}
 */
public record UsageQuestion(LocalDate from, LocalDate to, Cut by, List<SchoolId> schools) {
  /** Days in one report at the most: a school year and a summer. */
  public static final int MOST_DAYS = 400;

  public UsageQuestion {
    schools = List.copyOf(schools);
    if (!from.isBefore(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
      throw new IllegalArgumentException(
          "a report of " + from + " to " + to + "; 1 to " + MOST_DAYS + " days are possible");
    }
  }
}
