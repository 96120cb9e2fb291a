package kafedra.controller.recurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What an exception takes away from a series. */
public sealed interface Exclusion {
  /** Every occurrence that begins on this local day. */
  record OnDay(LocalDate day) implements Exclusion {}

  /** The occurrence of this local start. */
  record At(LocalDateTime start) implements Exclusion {}

  default boolean excludes(LocalDateTime start) {
    return switch (this) {
      case OnDay it -> start.toLocalDate().equals(it.day());
      case At it -> start.equals(it.start());
    };
  }

  /**
   * Reads {@code 2026-12-25} or {@code 2026-12-25T08:30}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Exclusion of(String text) {
    try {
      return text.indexOf('T') < 0
          ? new OnDay(LocalDate.parse(text))
          : new At(LocalDateTime.parse(text));
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          "«" + text + "» is neither a day such as 2026-12-25 nor a time such as 2026-12-25T08:30",
          malformed);
    }
  }
}
