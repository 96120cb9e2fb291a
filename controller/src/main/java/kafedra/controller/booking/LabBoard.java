package kafedra.controller.booking;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.slot.LabSlots;
import kafedra.controller.slot.Marks;
import kafedra.controller.slot.SeatSet;

/** One lab in memory: its seats as numbers, what is taken, and its bookings. */
final class LabBoard {
  private final Map<WorkstationId, Integer> numbers = new ConcurrentHashMap<>();
  private final LabSlots slots = new LabSlots();
  private final Shelf bookings = new Shelf();

  LabSlots slots() {
    return slots;
  }

  Shelf bookings() {
    return bookings;
  }

  /** How many different seats were ever heard of; each keeps its number. */
  int seats() {
    return numbers.size();
  }

  private int number(WorkstationId seat) {
    Integer known = numbers.get(seat);
    if (known != null) {
      return known;
    }
    synchronized (numbers) {
      Integer meanwhile = numbers.putIfAbsent(seat, numbers.size());
      return meanwhile == null ? numbers.size() - 1 : meanwhile;
    }
  }

  SeatSet setOf(Collection<WorkstationId> seats) {
    return SeatSet.of(seats.stream().mapToInt(this::number).toArray());
  }

  void take(Booking booking) {
    slots.take(Marks.touching(booking.slot()), setOf(booking.seats()));
  }

  void free(Booking booking) {
    Marks marks = Marks.touching(booking.slot());
    slots.free(marks, setOf(booking.seats()));
    // a booking of before the five-minute marks may share a mark with its neighbour
    for (Booking beside : bookings.live(marks.slot())) {
      if (!beside.id().equals(booking.id()) && !Marks.isOn(beside.slot())) {
        take(beside);
      }
    }
  }

  /**
   * Which of the seats are promised to others at any time within the slot.
   *
   * @param own the booking that is about to leave its place, which is not in its own way
   */
  Set<WorkstationId> taken(TimeSlot slot, List<WorkstationId> seats, List<Booking> own) {
    SeatSet taken =
        own.isEmpty() ? slots.taken(Marks.touching(slot)) : beside(slot, own.getFirst());
    if (taken.isEmpty()) {
      return Set.of();
    }
    Set<WorkstationId> found = new HashSet<>();
    for (WorkstationId seat : seats) {
      if (taken.contains(number(seat))) {
        found.add(seat);
      }
    }
    return found;
  }

  private SeatSet beside(TimeSlot slot, Booking own) {
    SeatSet taken = SeatSet.NONE;
    for (Booking other : bookings.live(slot)) {
      if (!other.id().equals(own.id())) {
        taken = taken.or(setOf(other.seats()));
      }
    }
    return taken;
  }
}
