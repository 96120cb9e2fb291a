package kafedra.controller.booking;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;

/** Which seats of a lab are wanted. */
public sealed interface SeatWish {
  /** Seats in one booking at the most. */
  int MOST = 100;

  /**
   * So many seats, whichever are free.
   *
   * @param count 1 to {@value SeatWish#MOST}
   * @param features what each of them must have
   */
  record Any(int count, Set<Feature> features) implements SeatWish {
    public Any {
      features = Set.copyOf(features);
      requireCount(count);
    }
  }

  /**
   * Just these seats.
   *
   * @param seats 1 to {@value SeatWish#MOST} different ones
   */
  record Named(List<WorkstationId> seats) implements SeatWish {
    public Named {
      seats = List.copyOf(seats);
      requireCount(seats.size());
      if (Set.copyOf(seats).size() != seats.size()) {
        throw new IllegalArgumentException("a seat is named twice in " + seats);
      }
    }
  }

  /** Every seat of the lab that is in service. */
  record Whole() implements SeatWish {}

  /** The same wish is always the same text. */
  default String text() {
    return switch (this) {
      case Any any -> any.count() + " of " + new TreeSet<>(any.features());
      case Named named ->
          named.seats().stream().map(WorkstationId::value).sorted().toList().toString();
      case Whole whole -> "all";
    };
  }

  private static void requireCount(int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          count + " seats are wanted; 1 to " + MOST + " are possible");
    }
  }
}
