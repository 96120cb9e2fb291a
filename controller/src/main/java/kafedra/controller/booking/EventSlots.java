package kafedra.controller.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.slot.Marks;
import kafedra.controller.slot.SeatSet;

/**
 * Finds when else an event could be had in all its rooms at once: open rooms with enough seats by
 * the masks, and everything else, the line of each building among it, by trying the whole event on
 * a copy of the schedule.
 */
final class EventSlots {
  /** Times with free seats in all rooms that may turn out impossible before it gives up. */
  private static final int PATIENCE = 400;

  private final Schedule copy;
  private final Rooms rooms;
  private final Bundles bundles;

  /**
   * @param copy of the schedule that nobody else has; as before when a search is done
   * @param counter on that copy
   */
  EventSlots(Schedule copy, Rooms rooms, Counter counter) {
    this.copy = copy;
    this.rooms = rooms;
    this.bundles = new Bundles(counter);
  }

  /** The next slots of the same length, nearest first, none within another. */
  List<TimeSlot> next(Bundle event, Instant now) {
    TimeSlot wished = event.wishes().getFirst().slot();
    if (wished.length().compareTo(BookingPolicies.LONGEST) > 0) {
      return List.of();
    }
    Instant from = wished.start().isBefore(now) ? now : wished.start();
    List<Lane> lanes = new ArrayList<>();
    for (BookingWish wish : event.wishes()) {
      Optional<Room> room = rooms.room(wish.lab());
      if (room.isEmpty()) {
        return List.of();
      }
      lanes.add(new Lane(room.get(), wish, from));
    }
    return search(event, lanes, Marks.ceil(from), Marks.steps(wished.length()));
  }

  private List<TimeSlot> search(Bundle event, List<Lane> lanes, int from, int length) {
    List<TimeSlot> found = new ArrayList<>();
    int start = from;
    for (int patience = PATIENCE; patience > 0 && found.size() < FreeSlots.SUGGESTIONS; ) {
      OptionalInt mark = inAll(lanes, start);
      if (mark.isEmpty()) {
        break;
      }
      TimeSlot slot = new Marks(mark.getAsInt(), mark.getAsInt() + length).slot();
      boolean fits = fits(event.at(slot));
      if (fits) {
        found.add(slot);
      } else {
        patience--;
      }
      start = mark.getAsInt() + (fits ? length : 1);
    }
    return List.copyOf(found);
  }

  /** From when on all rooms have their seats: each in turn moves the start on until none does. */
  private static OptionalInt inAll(List<Lane> lanes, int from) {
    int start = from;
    for (int agreed = 0, lane = 0; agreed < lanes.size(); lane = (lane + 1) % lanes.size()) {
      OptionalInt its = lanes.get(lane).next(start);
      if (its.isEmpty()) {
        return its;
      }
      agreed = its.getAsInt() == start ? agreed + 1 : 1;
      start = its.getAsInt();
    }
    return OptionalInt.of(start);
  }

  private boolean fits(Bundle event) {
    BookingWork trial = new BookingWork(copy).on(Steps.Nowhere.NOWHERE);
    boolean fits = bundles.isPossible(trial, event);
    trial.undo();
    return fits;
  }

  /** One room of the event: its opening hours and the seats that would do. */
  private final class Lane {
    private final List<Marks> hours = new ArrayList<>();
    private final LabBoard board;
    private final SeatSet among;
    private final int count;
    private final int length;

    Lane(Room room, BookingWish wish, Instant from) {
      LocalDate first = LocalDate.ofInstant(from, room.zone());
      for (int day = 0; day < FreeSlots.DAYS; day++) {
        if (room.days().day(first.plusDays(day)) instanceof DayPlan.Open open) {
          for (TimeSlot span : open.hours()) {
            int start = Marks.ceil(span.start());
            int end = Marks.floor(span.end());
            if (start < end) {
              hours.add(new Marks(start, end));
            }
          }
        }
      }
      board = copy.board(room.lab());
      List<WorkstationId> seats = SeatChoice.eligible(room, wish.seats());
      among = board.setOf(seats);
      count = SeatChoice.count(wish.seats(), seats.size());
      length = Marks.steps(wish.slot().length());
    }

    OptionalInt next(int from) {
      for (Marks span : hours) {
        int start = Math.max(span.from(), from);
        if (count > 0 && span.to() - start >= length) {
          OptionalInt mark =
              board
                  .slots()
                  .earliest(new Marks(start, span.to()), length, count, among, board.seats());
          if (mark.isPresent()) {
            return mark;
          }
        }
      }
      return OptionalInt.empty();
    }
  }
}
