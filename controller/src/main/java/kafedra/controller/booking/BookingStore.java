package kafedra.controller.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.time.TimeSlot;

/** Where bookings are kept. */
public interface BookingStore {
  /**
   * Opens the book for one piece of work, alone.
   *
   * @return completes after the commit; exceptionally when nothing was kept
   */
  <T> CompletableFuture<T> change(Function<BookingBook, T> work);

  Optional<Booking> find(BookingId id);

  /** Bookings of any status that touch the range, by start. */
  List<Booking> inLab(LabId lab, TimeSlot range);

  /** As {@link #inLab}, of all labs of the building. */
  List<Booking> inBuilding(BuildingId building, TimeSlot range);

  /**
   * What the building's kiosk asked for, whatever the answer, if it ends after {@code since} or was
   * answered after it.
   */
  List<Booking> answeredSince(BuildingId building, Instant since);

  /** The person's own bookings of any status that end after {@code from}, by start. */
  List<Booking> ofPerson(PersonId person, Instant from, int most);
}
