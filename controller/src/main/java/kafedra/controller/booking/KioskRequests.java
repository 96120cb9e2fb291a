package kafedra.controller.booking;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.message.ReplicaItem.BookingStatus;
import kafedra.contract.message.SiteRecord;

/**
 * Bookings that people ask for at a kiosk. A kiosk that was cut off delivers its requests late, so
 * a refusal is written down too: the answer reaches the person with the replica.
 */
public final class KioskRequests {
  /** Begins {@link Booking#madeBy} of what was asked for at a kiosk. */
  public static final String FROM_KIOSK = "kiosk:";

  private final BookingDesk desk;
  private final Rooms rooms;
  private final InstantSource clock;

  public KioskRequests(BookingDesk desk, Rooms rooms, InstantSource clock) {
    this.desk = desk;
    this.rooms = rooms;
    this.clock = clock;
  }

  /**
   * Grants or refuses a request within an open book.
   *
   * @return the answer; empty when the request was answered before, or its building has no lab to
   *     write the refusal under
   */
  public Optional<Booking> answer(
      BookingBook book, KioskId kiosk, BuildingId building, SiteRecord.BookingRequested request) {
    if (book.find(request.booking()).isPresent()) {
      return Optional.empty();
    }
    List<Room> suitable = roomsFor(building, request);
    boolean known = rooms.knows(new Holder.OfPerson(request.person()));
    for (Room room : suitable) {
      if (known
          && desk.placeWithin(book, wish(room, kiosk, request))
              instanceof BookingOutcome.Placed placed) {
        return Optional.of(placed.booking());
      }
    }
    return rooms.roomsOf(building).stream()
        .findFirst()
        .map(room -> refuse(book, suitable.isEmpty() ? room : suitable.getFirst(), kiosk, request));
  }

  /** The labs that have the wished seat, or all of the building when any seat will do. */
  private List<Room> roomsFor(BuildingId building, SiteRecord.BookingRequested request) {
    return rooms.roomsOf(building).stream()
        .filter(room ->
            request.workstation() == null
                || room.seats().stream().anyMatch(seat -> seat.id().equals(request.workstation())))
        .toList();
  }

  private static BookingWish wish(Room room, KioskId kiosk, SiteRecord.BookingRequested request) {
    SeatWish seats =
        request.workstation() == null
            ? new SeatWish.Any(1, Set.of())
            : new SeatWish.Named(List.of(request.workstation()));
    return new BookingWish(
        request.booking(),
        new Holder.OfPerson(request.person()),
        room.lab(),
        seats,
        request.slot(),
        Purpose.SELF_STUDY,
        "",
        FROM_KIOSK + kiosk);
  }

  private Booking refuse(
      BookingBook book, Room room, KioskId kiosk, SiteRecord.BookingRequested request) {
    BookingWish wish = wish(room, kiosk, request);
    Booking refused =
        new Booking(
            wish.id(),
            wish.holder(),
            room.school(),
            room.building(),
            room.lab(),
            wish.slot(),
            List.of(),
            wish.purpose(),
            wish.label(),
            BookingStatus.REFUSED,
            1,
            wish.text(),
            wish.madeBy(),
            clock.instant(),
            null);
    BookingBook.Entry entry = book.enter(refused);
    if (entry != BookingBook.Entry.ENTERED) {
      throw new IllegalStateException("a refusal promises nothing, yet the store says " + entry);
    }
    return refused;
  }

  /**
   * Takes back a person's own booking; what belongs to somebody else or to another building is left
   * alone.
   */
  public Optional<Booking> withdraw(
      BookingBook book, BuildingId building, SiteRecord.BookingWithdrawn withdrawal) {
    boolean own =
        book.find(withdrawal.booking())
            .filter(booking -> booking.building().equals(building))
            .filter(booking -> booking.holder().equals(new Holder.OfPerson(withdrawal.person())))
            .isPresent();
    return own
            && BookingDesk.cancelWithin(book, withdrawal.booking())
                instanceof Cancellation.Cancelled it
        ? Optional.of(it.booking())
        : Optional.empty();
  }
}
