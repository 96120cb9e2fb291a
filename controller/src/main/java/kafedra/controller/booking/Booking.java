package kafedra.controller.booking;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.BookingStatus;
import kafedra.contract.time.Millis;
import kafedra.contract.time.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A promise of seats, or the answer to a kiosk's request that none could be made.
 *
 * @param school whose building the lab is in
 * @param seats in the order of their labels; empty when refused
 * @param label what it is about; may be empty
 * @param version 1 at first, one more with each change
 * @param wish what was asked for, see {@link BookingWish#text}
 * @param checkedIn when the first person sat down for it; null while nobody has
 */
public record Booking(
    BookingId id,
    Holder holder,
    SchoolId school,
    BuildingId building,
    LabId lab,
    TimeSlot slot,
    List<WorkstationId> seats,
    Purpose purpose,
    String label,
    BookingStatus status,
    int version,
    String wish,
    String madeBy,
    Instant madeAt,
    @Nullable Instant checkedIn) {
  public Booking {
    seats = List.copyOf(seats);
    madeAt = Millis.of(madeAt);
    boolean seatless = status == BookingStatus.REFUSED;
    if (seats.isEmpty() != seatless) {
      throw new IllegalArgumentException(id + " is " + status + " with " + seats.size() + " seats");
    }
  }

  /** The same booking as it is after its status changed. */
  public Booking with(BookingStatus changed) {
    return new Booking(
        id,
        holder,
        school,
        building,
        lab,
        slot,
        seats,
        purpose,
        label,
        changed,
        version + 1,
        wish,
        madeBy,
        madeAt,
        checkedIn);
  }
}
