package kafedra.controller.timetable;

import java.util.List;
import java.util.Map;
import kafedra.contract.id.BookingId;
import kafedra.controller.booking.Attachment;

/**
 * A timetable that is taken in; kept with its bookings.
 *
 * @param made bookings of this act, with their lessons
 */
public record TimetableTaken(
    TimetableVersion version, List<TimetableRow> rows, Map<BookingId, String> made)
    implements Attachment {
  public TimetableTaken {
    rows = List.copyOf(rows);
    made = Map.copyOf(made);
  }
}
