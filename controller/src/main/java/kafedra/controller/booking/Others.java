package kafedra.controller.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kafedra.contract.id.PersonId;
import kafedra.contract.time.TimeSlot;

/** A person's other live bookings, as rules count them: without the one that is being changed. */
final class Others {
  private Others() {}

  private static List<Booking> within(Policy.Case it, PersonId person, TimeSlot range) {
    return it.schedule().ofPerson(person, range).stream()
        .filter(Booking::isLive)
        .filter(other -> it.moving().filter(own -> own.id().equals(other.id())).isEmpty())
        .toList();
  }

  /** Those that begin on the local day. */
  static List<Booking> onDay(Policy.Case it, PersonId person, LocalDate day) {
    return onDays(it, person, day, 1);
  }

  /** Those that begin on one of so many local days. */
  static List<Booking> onDays(Policy.Case it, PersonId person, LocalDate first, int days) {
    TimeSlot range =
        new TimeSlot(
            first.atStartOfDay(it.zone()).toInstant(),
            first.plusDays(days).atStartOfDay(it.zone()).toInstant());
    return within(it, person, range).stream()
        .filter(other -> !other.slot().start().isBefore(range.start()))
        .toList();
  }

  /** Those that are not over. */
  static List<Booking> ahead(Policy.Case it, PersonId person) {
    TimeSlot range = TimeSlot.of(it.now(), Duration.ofDays(2L * BookingPolicies.DAYS_AHEAD));
    return within(it, person, range);
  }

  /** Those that touch the slot or come so close to it. */
  static List<Booking> near(Policy.Case it, PersonId person, Duration gap) {
    TimeSlot slot = it.wish().slot();
    return within(it, person, new TimeSlot(slot.start().minus(gap), slot.end().plus(gap)));
  }
}
