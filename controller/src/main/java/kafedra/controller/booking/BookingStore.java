package kafedra.controller.booking;

import java.time.Instant;
import java.util.Collection;
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
   * Does one piece of work alone, on the one writer's thread; perhaps more than once, each time
   * after what it did before was undone.
   *
   * @param undone called on that thread when the work was begun and is not kept, before any other
   *     work runs
   * @return completes after the commit; exceptionally when nothing was kept: with {@link
   *     DoublePromiseException} when the store knows better than the schedule, after it has told
   *     its follower what it knows
   */
  <T> CompletableFuture<T> change(Function<BookingJournal, T> work, Runnable undone);

  /**
   * Tells from now on what stands in the store and was not written through {@link #change}, as far
   * as it comes to know of it.
   *
   * @param follower called on the writer's thread between two pieces of work, with bookings as they
   *     stand, of which some may be known; must not throw
   */
  void follow(Consumer<List<Booking>> follower);

  /**
   * Every booking, of any status, that ends after the instant.
   *
   * @return the sum over those of them that are live, reckoned by the store itself at the same
   *     moment
   */
  Schedule.Tally endingAfter(Instant since, Consumer<Booking> each);

  Optional<Booking> find(BookingId id);

  /** Those of these that there are, in no order. */
  List<Booking> find(Collection<BookingId> ids);

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
