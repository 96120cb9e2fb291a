package kafedra.controller.booking;

import java.util.List;
import kafedra.contract.time.TimeSlot;

/** What came of a wish. */
public sealed interface BookingOutcome {
  /**
   * Promised now.
   *
   * @param warnings what whoever books should know
   * @param displaced what had to make room for it
   */
  record Placed(Booking booking, List<Refusal> warnings, List<Displaced> displaced)
      implements BookingOutcome {
    public Placed {
      warnings = List.copyOf(warnings);
      displaced = List.copyOf(displaced);
    }
  }

  /**
   * A booking that made room.
   *
   * @param after on other seats; or cancelled, and then somebody must be told
   */
  record Displaced(Booking before, Booking after) {}

  /** The same wish was granted before; nothing changed. */
  record AlreadyPlaced(Booking booking) implements BookingOutcome {}

  /**
   * Not promised; nothing changed.
   *
   * @param reasons at least one
   * @param suggestions the next slots of the same length in the same lab for which the wish could
   *     be granted, nearest first
   */
  record Refused(List<Refusal> reasons, List<TimeSlot> suggestions) implements BookingOutcome {
    public Refused {
      reasons = List.copyOf(reasons);
      suggestions = List.copyOf(suggestions);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }
  }
}
