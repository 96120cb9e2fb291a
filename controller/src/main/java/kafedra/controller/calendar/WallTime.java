package kafedra.controller.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import kafedra.contract.time.TimeSlot;

/**
 * When a clock on the wall shows a time. A time that is skipped (clocks go forward) is the moment
 * of the change; of a time that comes twice (clocks go back), the first is meant. So a later time
 * never comes before an earlier one.
 */
final class WallTime {
  private WallTime() {}

  static Instant instant(LocalDate day, LocalTime time, ZoneId zone) {
    var local = day.atTime(time);
    var rules = zone.getRules();
    ZoneOffsetTransition change = rules.getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.toInstant(rules.getOffset(local));
  }

  /** The stretch between two times; empty where a clock change leaves nothing of it. */
  static Optional<TimeSlot> slot(LocalDate day, LocalTime start, LocalTime end, ZoneId zone) {
    Instant from = instant(day, start, zone);
    Instant to = instant(day, end, zone);
    return from.isBefore(to) ? Optional.of(new TimeSlot(from, to)) : Optional.empty();
  }
}
