package kafedra.controller.booking;

import java.time.Instant;
import java.util.Optional;

/** One rule of what may be booked. */
@FunctionalInterface
interface Policy {
  /** Why this cannot be; empty when the rule has nothing against it. */
  Optional<Refusal> judge(Case it);

  /**
   * What is judged.
   *
   * @param moving the booking as it stands, when it is only to be changed: it is not in its own way
   *     and does not count twice
   * @param schedule all other bookings
   */
  record Case(
      BookingWish wish, Room room, Optional<Booking> moving, Schedule schedule, Instant now) {}
}
