package kafedra.controller.timetable;

import java.util.List;
import java.util.Map;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.booking.BookingJournal;

/** Where a school's timetables are kept, and what its names mean. */
public interface TimetableStore {
  KnownNames names(SchoolId school);

  /** Adds to what is known, or changes it; returns after the commit. */
  void explain(SchoolId school, KnownNames names);

  /** Which lesson each booking of the school's timetables is for. */
  Map<BookingId, String> sources(SchoolId school);

  /**
   * Writes within a piece of the schedule's work: kept with the bookings or not at all.
   *
   * @param version its number does not count
   * @param made bookings of this act, with their lessons
   * @return the version's number
   */
  int enter(
      BookingJournal within,
      TimetableVersion version,
      List<TimetableRow> rows,
      Map<BookingId, String> made);

  /** The newest first. */
  List<TimetableVersion> versions(SchoolId school);

  /** By day and time; empty when there is no such version. */
  List<TimetableRow> rows(SchoolId school, int version);
}
