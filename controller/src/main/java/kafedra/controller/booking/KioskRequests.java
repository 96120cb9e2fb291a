package kafedra.controller.booking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.message.SiteRecord;
import kafedra.controller.slot.Marks;

/**
 * What people ask for at a kiosk, and that somebody sat down for a booking. A kiosk that was cut
 * off delivers late, so a refusal is written down too: the answer reaches the person with the
 * replica. Everything may be delivered more than once and is done once.
 */
public final class KioskRequests {
  /** Begins {@link Booking#madeBy} of what was asked for at a kiosk. */
  public static final String FROM_KIOSK = "kiosk:";

  /** One record that concerns bookings. */
  public record Asked(KioskId kiosk, BuildingId building, SiteRecord what) {}

  /** The content of a request is such that it can never be answered; nothing was kept. */
  public static final class UnanswerableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnanswerableException(Asked asked, Throwable cause) {
      super(asked.kiosk() + " asked for what cannot be: " + cause.getMessage(), cause);
    }
  }

  private final BookingDesk desk;
  private final Rooms rooms;

  public KioskRequests(BookingDesk desk, Rooms rooms) {
    this.desk = desk;
    this.rooms = rooms;
  }

  /** Whether the record concerns bookings. */
  public static boolean concerns(SiteRecord what) {
    return what instanceof SiteRecord.BookingRequested
        || what instanceof SiteRecord.BookingWithdrawn
        || (what instanceof SiteRecord.SessionStarted started && started.booking() != null);
  }

  /**
   * Does what was asked for, in this order, in one piece of work.
   *
   * @return completes after the commit; exceptionally when nothing was kept: with {@link
   *     UnanswerableException} when it is the content's fault and would be again
   */
  public CompletableFuture<Integer> take(List<Asked> asked) {
    return desk.work(work -> {
      asked.forEach(each -> take(work, each));
      return asked.size();
    });
  }

  private void take(BookingWork work, Asked asked) {
    try {
      switch (asked.what()) {
        case SiteRecord.BookingRequested it -> answer(work, asked, it);
        case SiteRecord.BookingWithdrawn it -> withdraw(work, asked, it);
        case SiteRecord.SessionStarted it when it.booking() != null ->
            checkIn(work, asked, it.booking(), it);
        default -> throw new IllegalArgumentException("no matter of bookings: " + asked.what());
      }
    } catch (IllegalArgumentException | ArithmeticException impossible) {
      throw new UnanswerableException(asked, impossible);
    }
  }

  private void answer(BookingWork work, Asked asked, SiteRecord.BookingRequested request) {
    if (desk.find(request.booking()).isPresent()) {
      return;
    }
    List<Room> suitable = roomsFor(asked.building(), request);
    for (Room room : suitable) {
      if (desk.counter().place(work, wish(room, asked.kiosk(), request))
          instanceof BookingOutcome.Placed) {
        return;
      }
    }
    rooms.roomsOf(asked.building()).stream()
        .findFirst()
        .map(any -> suitable.isEmpty() ? any : suitable.getFirst())
        .ifPresent(room -> desk.counter().refuse(work, wish(room, asked.kiosk(), request), room));
  }

  /** The labs that have the wished seat, or all of the building when any seat will do. */
  private List<Room> roomsFor(BuildingId building, SiteRecord.BookingRequested request) {
    return rooms.roomsOf(building).stream()
        .filter(room ->
            request.workstation() == null
                || room.seats().stream().anyMatch(seat -> seat.id().equals(request.workstation())))
        .toList();
  }

  /** Nobody can be asked back, so the slot is widened to the marks that every booking keeps. */
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
        Marks.touching(request.slot()).slot(),
        Purpose.SELF_STUDY,
        "",
        FROM_KIOSK + kiosk);
  }

  /** What belongs to somebody else or to another building is left alone. */
  private void withdraw(BookingWork work, Asked asked, SiteRecord.BookingWithdrawn withdrawal) {
    own(withdrawal.booking(), asked.building())
        .filter(booking -> booking.holder().equals(new Holder.OfPerson(withdrawal.person())))
        .filter(Booking::isLive)
        .ifPresent(booking ->
            desk.counter()
                .cancel(
                    work,
                    booking.id(),
                    booking.version(),
                    Scope.ONE,
                    Requester.of(FROM_KIOSK + asked.kiosk())));
  }

  /** The earliest sign-in counts, in whatever order they arrive. */
  private void checkIn(
      BookingWork work, Asked asked, BookingId id, SiteRecord.SessionStarted started) {
    own(id, asked.building())
        .filter(booking ->
            booking.checkedIn() == null || started.at().wall().isBefore(booking.checkedIn()))
        .ifPresent(booking -> work.checkIn(booking, started.at().wall()));
  }

  private Optional<Booking> own(BookingId id, BuildingId building) {
    return desk.find(id).filter(booking -> booking.building().equals(building));
  }
}
