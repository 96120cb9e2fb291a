package kafedra.controller.replica;

import kafedra.controller.booking.Booking;

/** Whether a building has heard of what was decided about it. */
@FunctionalInterface
public interface SiteKnowledge {
  /** Whether the building's kiosk has said that it has the booking as it is now. */
  boolean knows(Booking booking);
}
