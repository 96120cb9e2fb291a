package kafedra.controller.postgres;

import java.util.ArrayList;
import java.util.List;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Attachment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingJournal;
import kafedra.controller.booking.Clearance;
import kafedra.controller.booking.Series;

/**
 * What one piece of work wants to have written; it goes to the database with its whole group, so a
 * refusal comes to the piece of work and not to the one call.
 */
final class GatheredJournal implements BookingJournal {
  private final List<Entry> entries = new ArrayList<>();

  @Override
  public void enter(Booking booking, Act act) {
    entries.add(new Entry.Entered(booking, act));
  }

  @Override
  public void replace(Booking before, Booking after, Act act) {
    entries.add(new Entry.Replaced(before, after, act));
  }

  @Override
  public void checkIn(Booking booking) {
    entries.add(new Entry.CheckedIn(booking));
  }

  @Override
  public void settle(Clearance clearance) {
    entries.add(new Entry.Settled(clearance));
  }

  @Override
  public void enter(Series series) {
    entries.add(new Entry.Together(series));
  }

  @Override
  public void attach(Attachment attachment) {
    entries.add(new Entry.Attached(attachment));
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }
}
