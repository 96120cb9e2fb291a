package kafedra.controller.recurrence;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import kafedra.contract.time.TimeSlot;

/** One time that a series falls on. */
public sealed interface Occurrence {
  /** As the clock on the school's wall shows it. */
  LocalDateTime start();

  /**
   * A time that exists.
   *
   * @param slot of a local time that comes twice, the first one (RFC 5545, 3.3.5)
   */
  record Placed(LocalDateTime start, TimeSlot slot) implements Occurrence {}

  /**
   * A local time that does not exist, since clocks are put forward over it. RFC 5545 leaves it out
   * without a word; a teacher would miss a lesson, so whoever asked decides.
   */
  record InGap(LocalDateTime start) implements Occurrence {}

  static Occurrence of(LocalDateTime start, Duration length, ZoneId zone) {
    return zone.getRules().getValidOffsets(start).isEmpty()
        ? new InGap(start)
        : new Placed(start, TimeSlot.of(start.atZone(zone).toInstant(), length));
  }
}
