package kafedra.controller.timetable;

import java.util.List;
import java.util.Map;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SchoolId;

/**
 * Where a school's timetables are kept, and what its names mean. They come as {@link
 * TimetableTaken}, with their bookings.
 */
public interface TimetableStore {
  KnownNames names(SchoolId school);

  /** Adds to what is known, or changes it; returns after the commit. */
  void explain(SchoolId school, KnownNames names);

  /** Which lesson each booking of the school's timetables is for. */
  Map<BookingId, String> sources(SchoolId school);

  /** The newest first. */
  List<TimetableVersion> versions(SchoolId school);

  /** By day and time; empty when there is no such version. */
  List<TimetableRow> rows(SchoolId school, int version);
}
