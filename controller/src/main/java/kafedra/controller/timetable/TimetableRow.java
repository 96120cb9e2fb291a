package kafedra.controller.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A lesson in a lab as a version of the timetable keeps it: a line of the annex to the order.
 *
 * @param day null for a lesson on single dates
 * @param date its first; null for a lesson of each week
 * @param weeks a mask; {@code 1} for each week
 * @param firstLesson null when the file has times only
 * @param starts null when the file has numbers only
 * @param participants as text
 * @param rooms names of the labs
 * @param seats labels of the seats of its first date
 * @param dates on which it is booked
 */
public record TimetableRow(
    Fate fate,
    @Nullable DayOfWeek day,
    @Nullable LocalDate date,
    String weeks,
    @Nullable Integer firstLesson,
    @Nullable Integer lastLesson,
    @Nullable LocalTime starts,
    @Nullable LocalTime ends,
    String subject,
    String participants,
    String teachers,
    String rooms,
    String seats,
    int wanted,
    int given,
    int dates) {
  /** Whether it has too few seats. */
  public boolean isShort() {
    return given < wanted;
  }
}
