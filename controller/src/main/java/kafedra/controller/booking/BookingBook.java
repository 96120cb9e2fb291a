package kafedra.controller.booking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.BookingStatus;
import kafedra.contract.time.TimeSlot;

/** The book while nobody else can write in it: what is read here still holds when it is written. */
public interface BookingBook {
  Optional<Booking> find(BookingId id);

  /** Seats of the lab that are promised at any time within the slot. */
  Set<WorkstationId> takenSeats(LabId lab, TimeSlot slot);

  /** Bookings that hold one of these seats at any time within the slot. */
  List<Conflict> holding(List<WorkstationId> seats, TimeSlot slot);

  /** The person's own bookings at any time within the slot. */
  List<Conflict> heldBy(PersonId person, TimeSlot slot);

  /** Writes a new booking; the book itself refuses a double promise. */
  Entry enter(Booking booking);

  /** Changes the status and returns the booking as it is now, one version on. */
  Booking change(Booking booking, BookingStatus status);

  /** What came of writing a booking. */
  enum Entry {
    ENTERED,
    SEAT_TAKEN,
    PERSON_BUSY
  }
}
