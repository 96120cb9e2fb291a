package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import kafedra.contract.time.TimeSlot;

/**
 * How far a booking is moved and how much it is stretched: as much on the wall clock, so that the
 * lesson after a clock change still begins with the others.
 *
 * @param later what its local start is put off; negative for earlier
 * @param length of it afterwards
 */
record Shift(Duration later, Duration length) {
  static Shift between(TimeSlot before, TimeSlot after, ZoneId zone) {
    LocalDateTime from = LocalDateTime.ofInstant(before.start(), zone);
    LocalDateTime to = LocalDateTime.ofInstant(after.start(), zone);
    return new Shift(Duration.between(from, to), after.length());
  }

  boolean isEarlier() {
    return later.isNegative();
  }

  TimeSlot of(TimeSlot slot, ZoneId zone) {
    Instant start =
        LocalDateTime.ofInstant(slot.start(), zone).plus(later).atZone(zone).toInstant();
    return TimeSlot.of(start, length);
  }
}
