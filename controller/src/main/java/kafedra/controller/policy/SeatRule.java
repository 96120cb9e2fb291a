package kafedra.controller.policy;

import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.WorkstationId;
import org.jspecify.annotations.Nullable;

/**
 * For whom a seat is.
 *
 * @param firstGrade 1 to 12
 * @param lastGrade {@code firstGrade} to 12
 * @param kept what one must be entitled to; null when the seat is for everybody
 */
public record SeatRule(WorkstationId seat, int firstGrade, int lastGrade, @Nullable Need kept) {
  public static final int LOWEST = 1;
  public static final int HIGHEST = 12;

  public SeatRule {
    if (firstGrade < LOWEST || lastGrade > HIGHEST || firstGrade > lastGrade) {
      throw new IllegalArgumentException(
          "seat " + seat + " is for grades " + firstGrade + " to " + lastGrade + "; 1 to 12 exist");
    }
  }

  /** The rule of a seat that has none. */
  public static SeatRule none(WorkstationId seat) {
    return new SeatRule(seat, LOWEST, HIGHEST, null);
  }

  /**
   * Whether somebody of this grade may sit there; adults, who have none, may.
   *
   * @param grade null for adults
   */
  public boolean admits(@Nullable Integer grade) {
    return grade == null || (grade >= firstGrade && grade <= lastGrade);
  }

  /** What the seat is kept for, if it is. */
  public Optional<Need> keptFor() {
    return Optional.ofNullable(kept);
  }

  /** Whether somebody with these needs may have the seat while it is kept. */
  public boolean servesWhileKept(Set<Need> needs) {
    return kept == null || needs.contains(kept);
  }
}
