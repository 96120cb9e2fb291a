package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.slot.Marks;
import kafedra.controller.slot.SeatSet;

/** Finds when else a wish could be granted: seats by the masks, everything else by the judge. */
final class FreeSlots {
  /** Slots offered at the most. */
  static final int SUGGESTIONS = 3;

  /** How many local days it looks at, the wished one included. */
  static final int DAYS = 14;

  /** Times with free seats that other rules may turn down before it gives up. */
  private static final int PATIENCE = 400;

  private final Schedule schedule;
  private final Judge judge;

  FreeSlots(Schedule schedule, Judge judge) {
    this.schedule = schedule;
    this.judge = judge;
  }

  /**
   * What could be booked instead, by start. If a rule leaves only a shorter slot, the nearest such
   * one is among them.
   */
  List<TimeSlot> instead(
      Room room, BookingWish wish, Optional<Booking> moving, List<Refusal> reasons, Instant now) {
    List<TimeSlot> found = new ArrayList<>();
    shorter(wish, reasons)
        .map(slot -> next(room, wish.at(slot), moving, now, wish.slot()))
        .flatMap(slots -> slots.stream().findFirst())
        .ifPresent(found::add);
    next(room, wish, moving, now, wish.slot()).stream()
        .filter(slot -> found.stream().noneMatch(slot::overlaps))
        .limit(SUGGESTIONS - found.size())
        .forEach(found::add);
    found.sort(Comparator.comparing(TimeSlot::start));
    return List.copyOf(found);
  }

  /** The longest slot from the wished start that every rule leaves. */
  private static Optional<TimeSlot> shorter(BookingWish wish, List<Refusal> reasons) {
    return reasons.stream()
        .filter(Refusal.ByRule.class::isInstance)
        .flatMap(reason -> ((Refusal.ByRule) reason).leaves().stream())
        .min(Duration::compareTo)
        .map(left -> Marks.STEP.multipliedBy(left.dividedBy(Marks.STEP)))
        .filter(left -> left.compareTo(BookingPolicies.SHORTEST) >= 0)
        .filter(left -> left.compareTo(wish.slot().length()) < 0)
        .map(left -> TimeSlot.of(wish.slot().start(), left));
  }

  /** The next slots of the same length, nearest first, none within another. */
  List<TimeSlot> next(
      Room room, BookingWish wish, Optional<Booking> moving, Instant now, TimeSlot refused) {
    if (wish.slot().length().compareTo(BookingPolicies.LONGEST) > 0) {
      return List.of();
    }
    Instant from = wish.slot().start().isBefore(now) ? now : wish.slot().start();
    Search search = new Search(room, wish, moving, refused);
    LocalDate first = LocalDate.ofInstant(from, room.zone());
    for (int day = 0; day < DAYS && search.goesOn(); day++) {
      if (room.days().day(first.plusDays(day)) instanceof DayPlan.Open open) {
        for (TimeSlot hours : open.hours()) {
          search.within(
              Math.max(Marks.ceil(hours.start()), Marks.ceil(from)), Marks.floor(hours.end()));
        }
      }
    }
    return List.copyOf(search.found);
  }

  private final class Search {
    private final BookingWish wish;
    private final TimeSlot refused;
    private final Optional<Booking> moving;
    private final LabBoard board;
    private final SeatSet among;
    private final int count;
    private final int length;
    private final List<TimeSlot> found = new ArrayList<>();
    private int patience = PATIENCE;

    Search(Room room, BookingWish wish, Optional<Booking> moving, TimeSlot refused) {
      this.wish = wish;
      this.refused = refused;
      this.moving = moving;
      board = schedule.board(room.lab());
      List<WorkstationId> seats = SeatChoice.eligible(room, wish.seats());
      among = board.setOf(seats);
      count = SeatChoice.count(wish.seats(), seats.size());
      length = Marks.steps(wish.slot().length());
    }

    boolean goesOn() {
      return found.size() < SUGGESTIONS && patience > 0 && count > 0;
    }

    void within(int from, int to) {
      int start = from;
      while (goesOn() && to - start >= length) {
        OptionalInt mark =
            board.slots().earliest(new Marks(start, to), length, count, among, board.seats());
        if (mark.isEmpty()) {
          return;
        }
        patience--;
        TimeSlot slot = new Marks(mark.getAsInt(), mark.getAsInt() + length).slot();
        boolean fits =
            !slot.equals(refused) && judge.judge(wish.at(slot), moving) instanceof Verdict.Possible;
        if (fits) {
          found.add(slot);
        }
        start = mark.getAsInt() + (fits ? length : 1);
      }
    }
  }
}
