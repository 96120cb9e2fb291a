package kafedra.controller.timetable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What a reader must know of the school to understand a file.
 *
 * @param zone of times that name none
 * @param first day on which the timetable holds
 * @param last day on which it holds, at most {@value TimetableLimits#DAYS} days in all
 */
public record Reading(ZoneId zone, LocalDate first, LocalDate last) {
  public Reading {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 1 || days > TimetableLimits.DAYS) {
      throw new IllegalArgumentException(
          "a timetable from " + first + " to " + last + " holds for " + days + " days");
    }
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
