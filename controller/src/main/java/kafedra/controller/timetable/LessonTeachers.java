package kafedra.controller.timetable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;

/**
 * Who holds the lessons that bookings of timetables are for. Beside the bookings and not with them:
 * it is what calendars show, and nothing is promised by it.
 */
public interface LessonTeachers {
  /**
   * Puts these in the place of what was known of the bookings; returns after the commit.
   *
   * @param teachers of each booking; none for one that nobody known holds
   */
  void put(Map<BookingId, List<PersonId>> teachers);

  /** The bookings of lessons that the person holds, in no order. */
  Collection<BookingId> heldBy(PersonId person);
}
