package kafedra.controller.booking;

/** What came of taking a booking back. */
public sealed interface Cancellation {
  record Cancelled(Booking booking) implements Cancellation {}

  /** It was cancelled before, or never promised; nothing changed. */
  record NothingToCancel(Booking booking) implements Cancellation {}

  record NoSuchBooking() implements Cancellation {}
}
