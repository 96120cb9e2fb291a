package kafedra.controller.norm;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules.
 *
 * @param title as people know it
 * @param source where the figures were read
 * @param from first day on which it is in force
 * @param statedEnd the day on which the rule says that it ends; null if it does not. We go on
 *     holding it until a later table is known, since children do not tire less without one
 * @param rest after a limit of a lesson was used up, before the next screen
 * @param grades limits by grade, 1 to 12; a grade that is missing has none
 */
public record NormTable(
    String title,
    String source,
    LocalDate from,
    @Nullable LocalDate statedEnd,
    Duration rest,
    Map<Integer, ScreenLimits> grades) {
  public static final int FIRST_GRADE = 1;
  public static final int LAST_GRADE = 12;

  public NormTable {
    grades = Map.copyOf(grades);
    if (rest.isNegative()) {
      throw new IllegalArgumentException("a rest of " + rest + " in «" + title + "»");
    }
    for (int grade : grades.keySet()) {
      if (grade < FIRST_GRADE || grade > LAST_GRADE) {
        throw new IllegalArgumentException(
            "«" + title + "» has a grade " + grade + "; 1 to 12 are");
      }
    }
    if (statedEnd != null && !statedEnd.isAfter(from)) {
      throw new IllegalArgumentException(
          "«" + title + "» ends on " + statedEnd + ", before " + from);
    }
  }

  public Optional<ScreenLimits> forGrade(int grade) {
    return Optional.ofNullable(grades.get(grade));
  }

  /** Whether the rule has outlived the day that it gave itself. */
  public boolean isOutlivedOn(LocalDate day) {
    return statedEnd != null && !day.isBefore(statedEnd);
  }
}
