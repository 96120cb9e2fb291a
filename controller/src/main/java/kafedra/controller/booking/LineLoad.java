package kafedra.controller.booking;

import java.util.List;
import java.util.Optional;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.slot.Marks;

/**
 * The line as a resource: what bookings of one building take of it together, at no moment more than
 * it carries. Figures per client as in {@link Online}; a class at one display is one client.
 */
final class LineLoad {
  private LineLoad() {}

  /** A wish that needs the line must fit beside what is promised of it already. */
  static Optional<Refusal> judge(Policy.Case it) {
    int perClient = it.wish().terms().online().kbpsPerClient();
    if (perClient == 0) {
      return Optional.empty();
    }
    long wanted = kbps(it.wish().terms().online(), seats(it.wish().seats(), it.room()));
    long others = busiest(it);
    LineCapacity.Capacity line = it.facts().lines().of(it.room().building());
    if (others + wanted <= line.kbps()) {
      return Optional.empty();
    }
    long left = Math.max(0, line.kbps() - others);
    return Optional.of(
        new Refusal.LineTooNarrow(
            wanted, others, line.kbps(), line.source(), Math.toIntExact(left / perClient)));
  }

  private static int seats(SeatWish wish, Room room) {
    return switch (wish) {
      case SeatWish.Any any -> any.count();
      case SeatWish.Named named -> named.seats().size();
      case SeatWish.Whole whole -> room.seats().size();
    };
  }

  private static long kbps(Online online, int seats) {
    return switch (online.screens()) {
      case EACH_SEAT -> (long) online.kbpsPerClient() * seats;
      case ONE_DISPLAY -> online.kbpsPerClient();
    };
  }

  /** The most that other bookings of the building take at any moment of the slot. */
  private static long busiest(Policy.Case it) {
    TimeSlot slot = it.wish().slot();
    List<Booking> others =
        it.schedule().inBuilding(it.room().building(), slot).stream()
            .filter(Booking::isLive)
            .filter(other -> other.online().kbpsPerClient() > 0)
            .filter(other -> !other.id().equals(it.wish().id()))
            .toList();
    long most = 0;
    Marks marks = Marks.touching(slot);
    for (int mark = marks.from(); mark < marks.to() && !others.isEmpty(); mark++) {
      TimeSlot moment = new Marks(mark, mark + 1).slot();
      long sum = 0;
      for (Booking other : others) {
        if (other.slot().overlaps(moment)) {
          sum += kbps(other.online(), other.seats().size());
        }
      }
      most = Math.max(most, sum);
    }
    return most;
  }
}
