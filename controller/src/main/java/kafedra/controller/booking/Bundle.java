package kafedra.controller.booking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.time.TimeSlot;

/**
 * Bookings that are asked for together.
 *
 * @param wishes 1 to {@value #MOST} of different ids, each on terms of this series
 */
public record Bundle(Series series, List<BookingWish> wishes, Mode mode) {
  /** Wishes in one bundle at the most: every school day of a year, in two labs. */
  public static final int MOST = 400;

  /** What a wish that cannot be granted means for the others. */
  public enum Mode {
    ALL_OR_NOTHING,
    EACH
  }

  public Bundle {
    wishes = List.copyOf(wishes);
    if (wishes.isEmpty() || wishes.size() > MOST) {
      throw new IllegalArgumentException(wishes.size() + " wishes; 1 to " + MOST + " are possible");
    }
    Set<BookingId> ids = new HashSet<>();
    for (BookingWish wish : wishes) {
      if (!ids.add(wish.id())) {
        throw new IllegalArgumentException(wish.id() + " stands twice in a bundle");
      }
      if (!series.id().equals(wish.terms().series())) {
        throw new IllegalArgumentException(wish.id() + " is not of series " + series.id());
      }
    }
  }

  /** The same, all at another time. */
  Bundle at(TimeSlot slot) {
    return new Bundle(series, wishes.stream().map(wish -> wish.at(slot)).toList(), mode);
  }
}
