package kafedra.controller.postgres;

import kafedra.controller.booking.Act;
import kafedra.controller.booking.Attachment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Clearance;
import kafedra.controller.booking.Series;

/** One line of a piece of work's journal, before it is written. */
sealed interface Entry {
  record Entered(Booking booking, Act act) implements Entry {}

  record Replaced(Booking before, Booking after, Act act) implements Entry {}

  record CheckedIn(Booking booking) implements Entry {}

  record Settled(Clearance clearance) implements Entry {}

  record Together(Series series) implements Entry {}

  record Attached(Attachment attachment) implements Entry {}
}
