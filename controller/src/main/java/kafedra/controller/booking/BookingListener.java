package kafedra.controller.booking;

/**
 * Hears of bookings that were made, refused to a kiosk or cancelled, after the commit, on the
 * thread that learnt of it. Must return at once.
 */
public interface BookingListener {
  void changed(Booking booking);
}
