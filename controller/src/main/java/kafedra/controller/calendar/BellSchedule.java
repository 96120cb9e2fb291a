package kafedra.controller.calendar;

import java.util.List;

/**
 * The bells of one kind of day: a usual one, a shortened one before a holiday, one with an
 * examination.
 *
 * @param name unique within the school
 */
public record BellSchedule(String name, List<BellTime> lessons) {
  public BellSchedule {
    lessons = List.copyOf(lessons);
  }
}
