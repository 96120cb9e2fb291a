package kafedra.controller.calendar;

import java.time.LocalDate;

/**
 * Days in a row.
 *
 * @param last belongs to it; not before {@code first}
 */
public record DaySpan(LocalDate first, LocalDate last) {
  public DaySpan {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "the last day " + last + " is before the first, " + first + ". Maybe they are swapped.");
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
