package kafedra.controller.booking;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;

/**
 * Which free seats a wish for any gets: the lowest labels that fit, those without rare equipment
 * first, so that the seat with the webcam is still there for whoever needs it. The same room and
 * the same bookings always give the same seats.
 */
final class SeatChoice {
  /** Every seat has one of the systems; these are what seats lack. */
  private static final Set<Feature> RARE =
      Set.copyOf(EnumSet.of(Feature.WEBCAM, Feature.HEADSET, Feature.ACCESSIBLE));

  private SeatChoice() {}

  /** The free seats that fit, best first. */
  static List<WorkstationId> fitting(Room room, Set<Feature> features, Set<WorkstationId> taken) {
    return room.seats().stream()
        .filter(seat -> seat.features().containsAll(features) && !taken.contains(seat.id()))
        .sorted(Comparator.comparingInt(seat -> rareAndUnasked(seat, features)))
        .map(Room.Seat::id)
        .toList();
  }

  private static int rareAndUnasked(Room.Seat seat, Set<Feature> asked) {
    int rare = 0;
    for (Feature feature : seat.features()) {
      if (RARE.contains(feature) && !asked.contains(feature)) {
        rare++;
      }
    }
    return rare;
  }

  /** The seats of the room that would do for the wish if they were free. */
  static List<WorkstationId> eligible(Room room, SeatWish wish) {
    return switch (wish) {
      case SeatWish.Any any -> fitting(room, any.features(), Set.of());
      case SeatWish.Named named -> unusable(room, named).isEmpty() ? named.seats() : List.of();
      case SeatWish.Whole whole -> room.seats().stream().map(Room.Seat::id).toList();
    };
  }

  /**
   * How many of the eligible seats the wish needs; 0 when it can never be granted.
   *
   * @param eligible how many there are
   */
  static int count(SeatWish wish, int eligible) {
    return wish instanceof SeatWish.Any any ? any.count() : eligible;
  }

  /** Named seats that are not in the room, or out of service. */
  static List<WorkstationId> unusable(Room room, SeatWish.Named wish) {
    List<WorkstationId> usable = room.seats().stream().map(Room.Seat::id).toList();
    return wish.seats().stream().filter(seat -> !usable.contains(seat)).toList();
  }
}
