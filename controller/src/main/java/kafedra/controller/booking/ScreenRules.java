package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.norm.ScreenLimits;

/** The norms of hygiene as rules of booking. A group is judged by its youngest. */
final class ScreenRules {
  private ScreenRules() {}

  private static Optional<ScreenLimits> limits(Policy.Case it) {
    return it.facts().limits(it.wish().holder(), it.day(), it.settings());
  }

  /** A sitting is no longer than what the norm allows without a break. */
  static Optional<Refusal> sitting(Policy.Case it) {
    Duration wanted = it.wish().slot().length();
    return limits(it)
        .filter(limits -> wanted.compareTo(limits.lesson()) > 0)
        .map(limits -> new Refusal.ScreenSitting(limits.lesson(), wanted));
  }

  /** Used and booked of the day, over all sites, is no more than the norm allows. */
  static Optional<Refusal> day(Policy.Case it) {
    return limits(it).flatMap(ScreenLimits::ofDay).flatMap(limit -> overDay(it, limit));
  }

  private static Optional<Refusal> overDay(Policy.Case it, Duration limit) {
    Duration wanted = it.wish().slot().length();
    Duration used = it.person().map(person -> used(it, person)).orElse(Duration.ZERO);
    Duration booked = it.person().map(person -> stillAhead(it, person)).orElse(Duration.ZERO);
    return used.plus(booked).plus(wanted).compareTo(limit) > 0
        ? Optional.of(new Refusal.ScreenDay(limit, used, booked, wanted))
        : Optional.empty();
  }

  /** Only today can have been used; nothing is read for another day. */
  private static Duration used(Policy.Case it, PersonId person) {
    LocalDate day = it.day();
    return day.equals(it.today())
        ? it.facts().screenTime().active(person, Facts.day(day, it.zone()))
        : Duration.ZERO;
  }

  /** What of the day's other bookings is not over yet; what is over counts as it was used. */
  private static Duration stillAhead(Policy.Case it, PersonId person) {
    Duration sum = Duration.ZERO;
    for (Booking booking : Others.onDay(it, person, it.day())) {
      Instant from = booking.slot().start().isBefore(it.now()) ? it.now() : booking.slot().start();
      if (from.isBefore(booking.slot().end())) {
        sum = sum.plus(Duration.between(from, booking.slot().end()));
      }
    }
    return sum;
  }

  /**
   * Bookings with less than the rest between them are one sitting: together they are no longer than
   * the norm allows.
   */
  static Optional<Refusal> rest(Policy.Case it) {
    Duration rest = it.facts().rest(it.day());
    return it.person()
        .flatMap(person -> limits(it).flatMap(limits -> rest(it, person, limits, rest)));
  }

  private static Optional<Refusal> rest(
      Policy.Case it, PersonId person, ScreenLimits limits, Duration rest) {
    Duration wanted = it.wish().slot().length();
    TimeSlot sitting = it.wish().slot();
    Duration together = wanted;
    List<Booking> others = new ArrayList<>(Others.onDay(it, person, it.day()));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Booking other : List.copyOf(others)) {
        if (touches(sitting, other.slot(), rest)) {
          sitting = around(sitting, other.slot());
          together = together.plus(other.slot().length());
          others.remove(other);
          grown = true;
        }
      }
    }
    boolean alone = together.equals(wanted);
    return !alone && together.compareTo(limits.lesson()) > 0
        ? Optional.of(new Refusal.ScreenRest(rest, limits.lesson(), together))
        : Optional.empty();
  }

  private static boolean touches(TimeSlot sitting, TimeSlot other, Duration rest) {
    return other.start().isBefore(sitting.end().plus(rest))
        && sitting.start().isBefore(other.end().plus(rest));
  }

  private static TimeSlot around(TimeSlot one, TimeSlot other) {
    return new TimeSlot(
        one.start().isBefore(other.start()) ? one.start() : other.start(),
        one.end().isAfter(other.end()) ? one.end() : other.end());
  }
}
