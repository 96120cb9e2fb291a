package kafedra.controller.usage;

import java.time.LocalDate;
import java.util.Collection;
import kafedra.contract.id.SchoolId;

/** What people answered when they left a seat; sums of at least five answers. */
public interface MoodReport {
  /** Sums of answers. */
  record Moods(int good, int soSo, int bad) {}

  /**
   * Over all answers whose last day lies within.
   *
   * @param to exclusive
   */
  Moods of(Collection<SchoolId> schools, LocalDate from, LocalDate to);
}
