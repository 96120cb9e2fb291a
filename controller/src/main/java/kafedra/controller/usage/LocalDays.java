package kafedra.controller.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import kafedra.contract.time.TimeSlot;

/**
 * Cuts time at a school's midnights. A day of a clock change has 23 or 25 hours, and no time is
 * lost or doubled.
 */
final class LocalDays {
  private LocalDays() {}

  /** From the first midnight of {@code from} to that of {@code to}. */
  static TimeSlot span(LocalDate from, LocalDate to, ZoneId zone) {
    return new TimeSlot(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
  }

  /** Gives each local day's part of the slot. */
  static void split(TimeSlot slot, ZoneId zone, BiConsumer<LocalDate, Duration> part) {
    Instant at = slot.start();
    while (at.isBefore(slot.end())) {
      LocalDate day = LocalDate.ofInstant(at, zone);
      Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
      Instant end = midnight.isBefore(slot.end()) ? midnight : slot.end();
      part.accept(day, Duration.between(at, end));
      at = end;
    }
  }
}
