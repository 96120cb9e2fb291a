package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import kafedra.contract.time.TimeSlot;

/** What a slot must satisfy to be promised at all, whoever asks: the one list of them. */
public final class BookingPolicies {
  /** No booking is longer; the store's search for overlaps relies on it. */
  public static final Duration LONGEST = Duration.ofHours(12);

  public static final Duration SHORTEST = Duration.ofMinutes(5);

  /** A seat booked «now» has begun when the wish arrives. */
  public static final Duration LATEST_START = Duration.ofMinutes(15);

  /** A school year. */
  public static final int DAYS_AHEAD = 366;

  /** One rule: judges the slot in the room at this moment. */
  @FunctionalInterface
  interface Policy {
    Optional<Refusal> judge(TimeSlot slot, Room room, Instant now);
  }

  static final List<Policy> ALL =
      List.of(
          BookingPolicies::notOver,
          BookingPolicies::notTooLong,
          BookingPolicies::notTooShort,
          BookingPolicies::notTooFarAhead,
          BookingPolicies::withinOpeningHours);

  private BookingPolicies() {}

  /** Every reason against the slot. */
  static List<Refusal> judge(TimeSlot slot, Room room, Instant now) {
    return ALL.stream()
        .map(policy -> policy.judge(slot, room, now))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Refusal> notOver(TimeSlot slot, Room room, Instant now) {
    boolean over = !slot.end().isAfter(now) || slot.start().isBefore(now.minus(LATEST_START));
    return over ? Optional.of(new Refusal.InThePast()) : Optional.empty();
  }

  private static Optional<Refusal> notTooLong(TimeSlot slot, Room room, Instant now) {
    return slot.length().compareTo(LONGEST) > 0
        ? Optional.of(new Refusal.TooLong(LONGEST))
        : Optional.empty();
  }

  private static Optional<Refusal> notTooShort(TimeSlot slot, Room room, Instant now) {
    return slot.length().compareTo(SHORTEST) < 0
        ? Optional.of(new Refusal.TooShort(SHORTEST))
        : Optional.empty();
  }

  private static Optional<Refusal> notTooFarAhead(TimeSlot slot, Room room, Instant now) {
    return slot.end().isAfter(now.plus(Duration.ofDays(DAYS_AHEAD)))
        ? Optional.of(new Refusal.TooFarAhead(DAYS_AHEAD))
        : Optional.empty();
  }

  private static Optional<Refusal> withinOpeningHours(TimeSlot slot, Room room, Instant now) {
    ZonedDateTime start = slot.start().atZone(room.zone());
    ZonedDateTime end = slot.end().atZone(room.zone());
    boolean within =
        start.toLocalDate().equals(end.toLocalDate())
            && !start.toLocalTime().isBefore(room.opens())
            && !end.toLocalTime().isAfter(room.closes());
    return within
        ? Optional.empty()
        : Optional.of(new Refusal.OutsideOpeningHours(room.opens(), room.closes()));
  }
}
