package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;

/** Bookings in the words of the library. */
public final class BookingFixture {
  /** Monday, 10:00 in Yekaterinburg. */
  public static final Instant MONDAY_10 = Instant.parse("2026-11-23T05:00:00Z");

  private BookingFixture() {}

  public static TimeSlot lesson(int hoursLater) {
    return TimeSlot.of(MONDAY_10.plus(Duration.ofHours(hoursLater)), Duration.ofMinutes(45));
  }

  public static Holder person(String id) {
    return new Holder.OfPerson(new PersonId(id));
  }

  public static Holder group(String id) {
    return new Holder.OfGroup(new GroupId(id));
  }

  public static SeatWish any(int count) {
    return new SeatWish.Any(count, Set.of());
  }

  public static SeatWish seats(String... ids) {
    return new SeatWish.Named(Stream.of(ids).map(WorkstationId::new).toList());
  }

  public static BookingWish wish(String id, Holder holder, SeatWish seats, TimeSlot slot) {
    return new BookingWish(
        new BookingId(id), holder, new LabId("l1"), seats, slot, Purpose.SELF_STUDY, "", "lib");
  }

  /** Cancels a booking that there is, whatever its version. */
  public static ChangeOutcome cancel(BookingDesk desk, String id) {
    BookingId booking = new BookingId(id);
    int version = desk.find(booking).orElseThrow().version();
    return desk.cancel(booking, version, Scope.ONE, Requester.of("lib"));
  }

  public static List<String> seatsOf(BookingOutcome outcome) {
    return switch (outcome) {
      case BookingOutcome.Placed placed -> names(placed.booking());
      case BookingOutcome.AlreadyPlaced placed -> names(placed.booking());
      case BookingOutcome.Refused refused -> throw new AssertionError("refused: " + refused);
    };
  }

  private static List<String> names(Booking booking) {
    return booking.seats().stream().map(WorkstationId::value).toList();
  }
}
