package kafedra.controller.booking;

/** Where one piece of work writes what it did; kept together or not at all. */
public interface BookingJournal {
  /**
   * Writes a new booking.
   *
   * @throws DoublePromiseException if the store knows a live booking in the way
   */
  void enter(Booking booking, Act act);

  /**
   * Writes what a booking has become.
   *
   * @param before as it stands in the store
   * @param after of the same id, one version on
   * @throws DoublePromiseException if the store knows a live booking in the way
   */
  void replace(Booking before, Booking after, Act act);

  /** Writes when the first person sat down for a booking; its version stays. */
  void checkIn(Booking booking);

  /** Writes what a closure or its undoing did to bookings. */
  void settle(Clearance clearance);

  /** Writes what bookings are made together for. */
  void enter(Series series);

  /** Writes what a feature keeps with the bookings of this work. */
  void attach(Attachment attachment);
}
