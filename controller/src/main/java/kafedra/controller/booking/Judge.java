package kafedra.controller.booking;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;

/**
 * Says of a wish whether it can be granted beside all that is promised, and why not. On the
 * writer's thread its word holds until the work is done; elsewhere it is advice.
 */
final class Judge {
  private final Schedule schedule;
  private final Rooms rooms;
  private final Facts facts;
  private final InstantSource clock;
  private final BookingPolicies policies;

  Judge(
      Schedule schedule, Rooms rooms, Facts facts, InstantSource clock, BookingPolicies policies) {
    this.schedule = schedule;
    this.rooms = rooms;
    this.facts = facts;
    this.clock = clock;
    this.policies = policies;
  }

  Ruling ruling(Policy.Case it) {
    return policies.judge(it);
  }

  /** The wish with all that its judgement needs. */
  Policy.Case lay(BookingWish wish, Room room, Optional<Booking> moving) {
    return new Policy.Case(
        wish, room, moving, schedule, facts, facts.rules().of(room.school()), clock.instant());
  }

  /**
   * @param moving the booking that the wish is to take the place of
   */
  Verdict judge(BookingWish wish, Optional<Booking> moving) {
    Optional<Room> found = rooms.room(wish.lab());
    if (found.isEmpty()) {
      return new Verdict.Impossible(found, List.of(new Refusal.UnknownLab(wish.lab())));
    }
    Room room = found.get();
    Policy.Case it = lay(wish, room, moving);
    Ruling ruling = policies.judge(it);
    List<Refusal> reasons = new ArrayList<>(ruling.against());
    if (tooLong(wish.slot())) {
      return new Verdict.Impossible(
          found, reasons); // what is taken in a year tells nobody anything
    }
    List<WorkstationId> seats = seats(it, reasons);
    busy(wish, moving).ifPresent(reasons::add);
    // what a librarian may set aside tells least
    reasons.sort(Comparator.comparing(reason -> reason instanceof Refusal.ByRule));
    return reasons.isEmpty()
        ? new Verdict.Possible(room, seats, ruling)
        : new Verdict.Impossible(found, reasons);
  }

  private static boolean tooLong(TimeSlot slot) {
    return slot.length().compareTo(BookingPolicies.LONGEST) > 0;
  }

  /** The seats it would get; notes why it gets none. */
  private List<WorkstationId> seats(Policy.Case it, List<Refusal> reasons) {
    BookingWish wish = it.wish();
    Room room = it.room();
    Optional<Booking> moving = it.moving();
    List<WorkstationId> all = room.seats().stream().map(Room.Seat::id).toList();
    LabBoard board = schedule.board(room.lab());
    List<Booking> own = moving.stream().toList();
    switch (wish.seats()) {
      case SeatWish.Any any -> {
        Set<WorkstationId> taken = board.taken(wish.slot(), all, own);
        List<WorkstationId> free = SeatChoice.fitting(room, any.features(), taken);
        List<WorkstationId> open = SeatGates.inOrder(it, policies.open(it, free));
        if (open.size() >= any.count()) {
          return open.subList(0, any.count());
        }
        if (free.size() < any.count()) {
          reasons.add(new Refusal.NotEnoughSeats(open.size(), any.count()));
        }
        reasons.addAll(policies.why(it, free));
      }
      case SeatWish.Named named -> {
        List<WorkstationId> unusable = SeatChoice.unusable(room, named);
        if (!unusable.isEmpty()) {
          reasons.add(new Refusal.UnusableSeats(unusable));
        }
        return unlessTaken(named.seats(), wish, board, own, reasons);
      }
      case SeatWish.Whole whole when all.isEmpty() -> reasons.add(new Refusal.NotEnoughSeats(0, 1));
      case SeatWish.Whole whole -> {
        return unlessTaken(all, wish, board, own, reasons);
      }
    }
    return List.of();
  }

  private static List<WorkstationId> unlessTaken(
      List<WorkstationId> seats,
      BookingWish wish,
      LabBoard board,
      List<Booking> own,
      List<Refusal> reasons) {
    Set<WorkstationId> taken = board.taken(wish.slot(), seats, own);
    if (!taken.isEmpty()) {
      List<WorkstationId> blocked = seats.stream().filter(taken::contains).toList();
      reasons.add(new Refusal.SeatTaken(blocked, conflicts(board.bookings(), wish, taken, own)));
    }
    return seats;
  }

  private static List<Conflict> conflicts(
      Shelf bookings, BookingWish wish, Set<WorkstationId> seats, List<Booking> own) {
    return bookings.live(wish.slot()).stream()
        .filter(booking -> own.stream().noneMatch(it -> it.id().equals(booking.id())))
        .flatMap(booking ->
            booking.seats().stream()
                .filter(seats::contains)
                .map(seat -> new Conflict(booking.id(), booking.lab(), seat, booking.slot())))
        .toList();
  }

  /** The person's other bookings at that time, wherever. */
  private Optional<Refusal> busy(BookingWish wish, Optional<Booking> moving) {
    return switch (wish.holder()) {
      case Holder.OfPerson one -> busy(one.person(), wish.slot(), moving);
      case Holder.OfGroup many -> Optional.empty();
      case Holder.Nobody nobody -> Optional.empty();
    };
  }

  private Optional<Refusal> busy(PersonId person, TimeSlot slot, Optional<Booking> moving) {
    List<Conflict> others =
        schedule.ofPerson(person, slot).stream()
            .filter(Booking::isLive)
            .filter(it -> moving.filter(own -> own.id().equals(it.id())).isEmpty())
            .map(it -> new Conflict(it.id(), it.lab(), null, it.slot()))
            .toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(new Refusal.PersonBusy(others));
  }
}
