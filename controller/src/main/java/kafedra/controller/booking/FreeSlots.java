package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.BookingStatus;
import kafedra.contract.time.TimeSlot;

/**
 * Finds when else. A wish becomes possible only where a booking ends or a day opens, so only those
 * moments are tried.
 */
final class FreeSlots {
  /** Slots offered at the most. */
  static final int SUGGESTIONS = 3;

  /** How far beyond the wished start it looks. */
  static final int DAYS = 7;

  private final BookingStore store;

  FreeSlots(BookingStore store) {
    this.store = store;
  }

  List<TimeSlot> next(Room room, BookingWish wish, Instant now) {
    Duration length = wish.slot().length();
    if (length.compareTo(BookingPolicies.LONGEST) > 0) {
      return List.of();
    }
    Instant from = wish.slot().start().isBefore(now) ? now : wish.slot().start();
    TimeSlot horizon = TimeSlot.of(from, Duration.ofDays(DAYS));
    List<Booking> standing = standing(room, wish, horizon);
    List<TimeSlot> found = new ArrayList<>();
    for (Instant start : starts(room, horizon, standing)) {
      TimeSlot slot = TimeSlot.of(start, length);
      if (!slot.equals(wish.slot()) && possible(room, wish, slot, standing, now)) {
        found.add(slot);
        if (found.size() == SUGGESTIONS) {
          break;
        }
      }
    }
    return List.copyOf(found);
  }

  /** Confirmed bookings of the room and of the person, wherever. */
  private List<Booking> standing(Room room, BookingWish wish, TimeSlot horizon) {
    List<Booking> bookings = new ArrayList<>(store.inLab(room.lab(), horizon));
    if (wish.holder() instanceof Holder.OfPerson one) {
      bookings.addAll(store.ofPerson(one.person(), horizon.start(), 100));
    }
    bookings.removeIf(booking -> booking.status() != BookingStatus.CONFIRMED);
    return bookings;
  }

  private static NavigableSet<Instant> starts(Room room, TimeSlot horizon, List<Booking> standing) {
    NavigableSet<Instant> starts = new TreeSet<>();
    starts.add(horizon.start());
    LocalDate first = LocalDate.ofInstant(horizon.start(), room.zone());
    for (int day = 0; day <= DAYS; day++) {
      starts.add(first.plusDays(day).atTime(room.opens()).atZone(room.zone()).toInstant());
    }
    for (Booking booking : standing) {
      starts.add(booking.slot().end());
    }
    starts.removeIf(start -> !horizon.contains(start));
    return starts;
  }

  private static boolean possible(
      Room room, BookingWish wish, TimeSlot slot, List<Booking> standing, Instant now) {
    if (!BookingPolicies.judge(slot, room, now).isEmpty()) {
      return false;
    }
    Set<WorkstationId> taken = new HashSet<>();
    for (Booking booking : standing) {
      if (booking.slot().overlaps(slot)) {
        if (wish.holder() instanceof Holder.OfPerson && booking.holder().equals(wish.holder())) {
          return false;
        }
        taken.addAll(booking.seats());
      }
    }
    return SeatChoice.possible(room, wish.seats(), taken);
  }
}
