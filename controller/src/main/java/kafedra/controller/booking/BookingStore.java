package kafedra.controller.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.time.TimeSlot;

/**
 * Where bookings are kept for good. It refuses a double promise by itself, whatever the schedule in
 * memory believes.
 */
public interface BookingStore {
  /**
   * Does one piece of work alone, on the one writer's thread.
   *
   * @param undone called on that thread when the work was begun and is not kept, before any other
   *     work runs
   * @return completes after the commit; exceptionally when nothing was kept: with {@link
   *     DoublePromiseException} when the store knows better than the schedule
   */
  <T> CompletableFuture<T> change(Function<BookingJournal, T> work, Runnable undone);

  /** Every booking, of any status, that ends after the instant. */
  void endingAfter(Instant since, Consumer<Booking> each);

  /**
   * The sum over what {@link #endingAfter} tells of live bookings, reckoned by the store itself.
   */
  Schedule.Tally tally(Instant since);

  /** Live bookings of the lab that touch the range, as they stand in the store. */
  List<Booking> live(LabId lab, TimeSlot range);

  /** Live bookings of the person that touch the range, as they stand in the store. */
  List<Booking> live(PersonId person, TimeSlot range);

  Optional<Booking> find(BookingId id);

  /** Bookings of any status that touch the range, by start. */
  List<Booking> inLab(LabId lab, TimeSlot range);

  /** As {@link #inLab}, of all labs of a school. */
  List<Booking> inSchool(SchoolId school, TimeSlot range);

  /** Bookings of the person of any status that touch the range, by start. */
  List<Booking> ofPerson(PersonId person, TimeSlot range);

  /** As {@link #ofPerson}, of the group. */
  List<Booking> ofGroup(GroupId group, TimeSlot range);

  Optional<Series> series(SeriesId id);

  /** What was done to a booking, oldest first. */
  List<Act> history(BookingId id);
}
