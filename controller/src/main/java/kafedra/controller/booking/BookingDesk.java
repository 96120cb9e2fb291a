package kafedra.controller.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem.BookingStatus;
import kafedra.contract.time.TimeSlot;

/**
 * The one place where seats are promised, to staff and to kiosks alike. A wish is judged and
 * written within one piece of work of the one writer, so nothing can come between; should this
 * class err all the same, the store refuses the double promise.
 */
public final class BookingDesk {
  private final BookingStore store;
  private final Rooms rooms;
  private final InstantSource clock;
  private final BookingListener listener;
  private final FreeSlots freeSlots;

  public BookingDesk(
      BookingStore store, Rooms rooms, InstantSource clock, BookingListener listener) {
    this.store = store;
    this.rooms = rooms;
    this.clock = clock;
    this.listener = listener;
    this.freeSlots = new FreeSlots(store);
  }

  /**
   * Judges and, if it can be, grants a wish; returns after the commit. A refusal carries
   * suggestions.
   */
  public BookingOutcome place(BookingWish wish) {
    BookingOutcome outcome = submit(wish).join();
    return outcome instanceof BookingOutcome.Refused refused
        ? withSuggestions(wish, refused)
        : outcome;
  }

  /**
   * As {@link #place}, for many wishes at once: without waiting and without suggestions.
   *
   * @return completes after the commit, on the writer's thread; exceptionally when the store failed
   *     and nothing was kept
   */
  public CompletableFuture<BookingOutcome> submit(BookingWish wish) {
    if (!rooms.knows(wish.holder())) {
      return CompletableFuture.completedFuture(
          refused(List.of(new Refusal.UnknownHolder(wish.holder()))));
    }
    return store
        .change(book -> placeWithin(book, wish))
        .thenApply(outcome -> {
          if (outcome instanceof BookingOutcome.Placed placed) {
            listener.changed(placed.booking());
          }
          return outcome;
        });
  }

  /**
   * Judges and writes, for a holder that is known, within an open book; the caller commits, and
   * then tells of it with {@link #committed}.
   */
  BookingOutcome placeWithin(BookingBook book, BookingWish wish) {
    Optional<Booking> known = book.find(wish.id());
    if (known.isPresent()) {
      return repeated(known.get(), wish);
    }
    Optional<Room> found = rooms.room(wish.lab());
    if (found.isEmpty()) {
      return refused(List.of(new Refusal.UnknownLab(wish.lab())));
    }
    Room room = found.get();
    List<Refusal> reasons =
        new ArrayList<>(BookingPolicies.judge(wish.slot(), room, clock.instant()));
    SeatChoice.against(room, wish.seats()).ifPresent(reasons::add);
    return reasons.isEmpty() ? enter(book, wish, room) : refused(reasons);
  }

  private static BookingOutcome repeated(Booking known, BookingWish wish) {
    return known.status() == BookingStatus.CONFIRMED && known.wish().equals(wish.text())
        ? new BookingOutcome.AlreadyPlaced(known)
        : refused(List.of(new Refusal.IdInUse()));
  }

  private BookingOutcome enter(BookingBook book, BookingWish wish, Room room) {
    Set<WorkstationId> taken = book.takenSeats(room.lab(), wish.slot());
    List<WorkstationId> seats;
    switch (wish.seats()) {
      case SeatWish.Any any -> {
        List<WorkstationId> free = SeatChoice.fitting(room, any.features(), taken);
        if (free.size() < any.count()) {
          return refused(List.of(new Refusal.NotEnoughSeats(free.size(), any.count())));
        }
        seats = free.subList(0, any.count());
      }
      case SeatWish.Named named -> {
        seats = named.seats();
        if (seats.stream().anyMatch(taken::contains)) {
          return seatTaken(book, wish.slot(), seats, taken);
        }
      }
    }
    return enter(book, wish, room, seats);
  }

  private BookingOutcome enter(
      BookingBook book, BookingWish wish, Room room, List<WorkstationId> seats) {
    Booking booking =
        new Booking(
            wish.id(),
            wish.holder(),
            room.school(),
            room.building(),
            room.lab(),
            wish.slot(),
            seats,
            wish.purpose(),
            wish.label(),
            BookingStatus.CONFIRMED,
            1,
            wish.text(),
            wish.madeBy(),
            clock.instant(),
            null);
    return switch (book.enter(booking)) {
      case ENTERED -> new BookingOutcome.Placed(booking);
      case SEAT_TAKEN -> seatTaken(book, wish.slot(), seats, Set.copyOf(seats));
      case PERSON_BUSY -> personBusy(book, wish);
    };
  }

  private static BookingOutcome seatTaken(
      BookingBook book, TimeSlot slot, List<WorkstationId> seats, Set<WorkstationId> taken) {
    List<WorkstationId> blocked = seats.stream().filter(taken::contains).toList();
    return refused(List.of(new Refusal.SeatTaken(blocked, book.holding(blocked, slot))));
  }

  private static BookingOutcome personBusy(BookingBook book, BookingWish wish) {
    return switch (wish.holder()) {
      case Holder.OfPerson one ->
          refused(List.of(new Refusal.PersonBusy(book.heldBy(one.person(), wish.slot()))));
      case Holder.OfGroup group ->
          throw new IllegalStateException("the store calls " + group + " a busy person");
    };
  }

  private static BookingOutcome refused(List<Refusal> reasons) {
    return new BookingOutcome.Refused(reasons, List.of());
  }

  private BookingOutcome withSuggestions(BookingWish wish, BookingOutcome.Refused refused) {
    return rooms
        .room(wish.lab())
        .<BookingOutcome>map(room ->
            new BookingOutcome.Refused(
                refused.reasons(), freeSlots.next(room, wish, clock.instant())))
        .orElse(refused);
  }

  /** Takes a booking back; returns after the commit. */
  public Cancellation cancel(BookingId id) {
    Cancellation came = store.change(book -> cancelWithin(book, id)).join();
    if (came instanceof Cancellation.Cancelled cancelled) {
      listener.changed(cancelled.booking());
    }
    return came;
  }

  static Cancellation cancelWithin(BookingBook book, BookingId id) {
    Optional<Booking> known = book.find(id);
    if (known.isEmpty()) {
      return new Cancellation.NoSuchBooking();
    }
    Booking booking = known.get();
    return booking.status() == BookingStatus.CONFIRMED
        ? new Cancellation.Cancelled(book.change(booking, BookingStatus.CANCELLED))
        : new Cancellation.NothingToCancel(booking);
  }

  /** Tells of a change that was made within an open book and is committed now. */
  public void committed(Booking booking) {
    listener.changed(booking);
  }

  public Optional<Booking> find(BookingId id) {
    return store.find(id);
  }

  /** Bookings of any status that touch the range, by start. */
  public List<Booking> inLab(LabId lab, TimeSlot range) {
    return store.inLab(lab, range);
  }

  /** As {@link #inLab}, of all labs of the building. */
  public List<Booking> inBuilding(BuildingId building, TimeSlot range) {
    return store.inBuilding(building, range);
  }

  /** The person's own bookings of any status that end after {@code from}, by start. */
  public List<Booking> ofPerson(PersonId person, Instant from, int most) {
    return store.ofPerson(person, from, most);
  }

  /**
   * Seats of the lab with these features that nobody is promised at any time within the slot, best
   * first.
   */
  public List<WorkstationId> freeSeats(LabId lab, TimeSlot slot, Set<Feature> features) {
    return rooms
        .room(lab)
        .map(room -> SeatChoice.fitting(room, features, takenIn(lab, slot)))
        .orElse(List.of());
  }

  private Set<WorkstationId> takenIn(LabId lab, TimeSlot slot) {
    Set<WorkstationId> taken = new HashSet<>();
    for (Booking booking : store.inLab(lab, slot)) {
      if (booking.status() == BookingStatus.CONFIRMED) {
        taken.addAll(booking.seats());
      }
    }
    return taken;
  }

  /**
   * The next slots, nearest first, in which such a wish could be granted; at most {@value
   * FreeSlots#SUGGESTIONS}.
   */
  public List<TimeSlot> nextFree(BookingWish wish) {
    return rooms
        .room(wish.lab())
        .map(room -> freeSlots.next(room, wish, clock.instant()))
        .orElse(List.of());
  }
}
