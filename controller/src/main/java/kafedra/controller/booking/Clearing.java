package kafedra.controller.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.WorkstationId;
import kafedra.controller.booking.Act.Deed;
import kafedra.controller.booking.Clearance.Entry;
import kafedra.controller.booking.Clearance.Fate;
import kafedra.controller.booking.Clearance.Handed;
import kafedra.controller.booking.Clearance.Loss;
import kafedra.controller.booking.Clearance.Step;
import kafedra.controller.calendar.DayPlan;

/**
 * Takes back all that is booked in rooms that are closed, and gives it again: each in one piece of
 * work, kept whole or not at all.
 */
public final class Clearing {
  private final BookingDesk desk;
  private final Rooms rooms;
  private final InstantSource clock;

  public Clearing(BookingDesk desk, Rooms rooms, InstantSource clock) {
    this.desk = desk;
    this.rooms = rooms;
    this.clock = clock;
  }

  /** Promised bookings that are not over and that the closure reaches, by start. */
  public List<Booking> reached(Predicate<Booking> reach) {
    Instant now = clock.instant();
    return desk.schedule().all().stream()
        .filter(Booking::isLive)
        .filter(booking -> booking.slot().end().isAfter(now))
        .filter(reach)
        .sorted(
            Comparator.comparing((Booking booking) -> booking.slot().start())
                .thenComparing(booking -> booking.lab().value())
                .thenComparing(booking -> booking.id().value()))
        .toList();
  }

  /**
   * Takes back what the closure reaches; returns after the commit. Holds lapse with it and are not
   * told: nobody was promised anything.
   */
  public Clearance clear(ClosureId closure, Predicate<Booking> reach, String by) {
    return wait(work -> {
      Instant now = clock.instant();
      List<Entry> entries = new ArrayList<>();
      for (Booking booking : reached(reach)) {
        Booking after = booking.with(BookingStatus.CANCELLED);
        work.replace(booking, after, new Act(by, now, Deed.CANCELLED, "closure=" + closure));
        if (booking.status() == BookingStatus.CONFIRMED) {
          entries.add(new Entry(after.id(), after.version(), Fate.CANCELLED, Optional.empty()));
        }
      }
      Clearance done = new Clearance(closure, Step.CLOSED, by, now, entries, List.of());
      work.settle(done);
      return done;
    });
  }

  /**
   * Takes back promised bookings that are not over because their hours are changed; returns after
   * the commit.
   *
   * @param why for the history of each
   * @return those that were promised, as they stood, by start; holds lapse and are not told
   */
  public List<Booking> cancel(Predicate<Booking> reach, String by, String why) {
    return desk.workNow(work -> {
      Instant now = clock.instant();
      List<Booking> gone = reached(reach);
      for (Booking booking : gone) {
        Booking after = booking.with(BookingStatus.CANCELLED);
        work.replace(booking, after, new Act(by, now, Deed.CANCELLED, why));
      }
      return gone.stream().filter(it -> it.status() == BookingStatus.CONFIRMED).toList();
    });
  }

  /**
   * Gives again, each on its own seats, what was taken back and still fits; returns after the
   * commit.
   *
   * @param taken what {@link #clear} told
   * @param days what each day is once the closure is gone
   * @param heirs the other closure that a booking lies in
   */
  public Clearance restore(
      ClosureId closure,
      List<Entry> taken,
      Function<Booking, Room.Days> days,
      Function<Booking, Optional<ClosureId>> heirs,
      String by) {
    return wait(work -> {
      Instant now = clock.instant();
      List<Entry> entries = new ArrayList<>();
      List<Handed> handed = new ArrayList<>();
      for (Entry entry : taken) {
        Booking booking = desk.find(entry.booking()).orElseThrow();
        Optional<Loss> loss = loss(booking, entry, days.apply(booking), now);
        if (loss.isPresent()) {
          entries.add(new Entry(booking.id(), booking.version(), Fate.LOST, loss));
          if (loss.get() == Loss.DAY_CLOSED) {
            heirs.apply(booking).ifPresent(heir -> handed.add(new Handed(heir, entry)));
          }
        } else {
          Booking after = booking.with(BookingStatus.CONFIRMED);
          work.replace(booking, after, new Act(by, now, Deed.RESTORED, "closure=" + closure));
          entries.add(new Entry(after.id(), after.version(), Fate.RESTORED, loss));
        }
      }
      Clearance done = new Clearance(closure, Step.OPENED, by, now, entries, handed);
      work.settle(done);
      return done;
    });
  }

  /** Why the booking cannot be given again. */
  private Optional<Loss> loss(Booking booking, Entry entry, Room.Days days, Instant now) {
    if (booking.status() != BookingStatus.CANCELLED || booking.version() != entry.version()) {
      return Optional.of(Loss.CHANGED);
    }
    if (!booking.slot().end().isAfter(now)) {
      return Optional.of(Loss.OVER);
    }
    Optional<Room> room = rooms.room(booking.lab());
    if (room.isEmpty() || isGone(booking, room.get())) {
      return Optional.of(Loss.SEAT_GONE);
    }
    if (!isOpen(booking, room.get(), days)) {
      return Optional.of(Loss.DAY_CLOSED);
    }
    Schedule schedule = desk.schedule();
    Set<WorkstationId> promised =
        schedule.board(booking.lab()).taken(booking.slot(), booking.seats(), List.of());
    if (!promised.isEmpty()) {
      return Optional.of(Loss.SEAT_TAKEN);
    }
    boolean busy =
        booking.holder() instanceof Holder.OfPerson one
            && schedule.ofPerson(one.person(), booking.slot()).stream().anyMatch(Booking::isLive);
    return busy ? Optional.of(Loss.PERSON_BUSY) : Optional.empty();
  }

  private static boolean isGone(Booking booking, Room room) {
    return !SeatChoice.unusable(room, new SeatWish.Named(booking.seats())).isEmpty();
  }

  private static boolean isOpen(Booking booking, Room room, Room.Days days) {
    LocalDate day = LocalDate.ofInstant(booking.slot().start(), room.zone());
    return switch (days.day(day)) {
      case DayPlan.Open open -> open.holds(booking.slot());
      case DayPlan.Closed closed -> false;
    };
  }

  private Clearance wait(Function<BookingWork, Clearance> piece) {
    try {
      return desk.work(piece).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw failed;
    }
  }
}
