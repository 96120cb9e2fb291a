package kafedra.controller.booking;

/** What became of a booking. */
public enum BookingStatus {
  /** Kept for whoever is still filling in the form, until {@link Booking#heldUntil}. */
  HELD,
  CONFIRMED,
  /** A kiosk's request that could not be granted. */
  REFUSED,
  CANCELLED,
  /** A hold that nobody confirmed in time. */
  EXPIRED,
  /** Nobody came within the grace time; the seats went to others. */
  RELEASED;

  /** Whether its seats are kept. */
  public boolean isLive() {
    return this == HELD || this == CONFIRMED;
  }
}
