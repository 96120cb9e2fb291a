package kafedra.controller.norm;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one age may spend at a computer.
 *
 * @param lesson without a break
 * @param day in school, in all; null where the table sets none
 * @param home outside school; null where the table sets none. Nobody here counts it, since nobody
 *     here sees it: it is shown
 */
public record ScreenLimits(Duration lesson, @Nullable Duration day, @Nullable Duration home) {
  public ScreenLimits {
    if (!lesson.isPositive()) {
      throw new IllegalArgumentException(
          "a limit of " + lesson + " a lesson; more than 0 is meant");
    }
    if (day != null && day.compareTo(lesson) < 0) {
      throw new IllegalArgumentException(
          "a limit of " + day + " a day is less than that of a lesson, " + lesson);
    }
  }

  /** The limit of a school day, if there is one. */
  public Optional<Duration> ofDay() {
    return Optional.ofNullable(day);
  }
}
