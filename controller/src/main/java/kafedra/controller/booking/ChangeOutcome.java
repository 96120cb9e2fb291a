package kafedra.controller.booking;

import java.util.List;
import kafedra.contract.time.TimeSlot;

/** What came of changing a booking. */
public sealed interface ChangeOutcome {
  /**
   * Changed now.
   *
   * @param after what it, or they, have become; a split booking has become two
   * @param displaced what had to make room
   */
  record Changed(Booking before, List<Booking> after, List<BookingOutcome.Displaced> displaced)
      implements ChangeOutcome {
    /** Nothing had to make room. */
    public Changed(Booking before, List<Booking> after) {
      this(before, after, List.of());
    }

    public Changed {
      after = List.copyOf(after);
      displaced = List.copyOf(displaced);
    }
  }

  /** Somebody else changed it meanwhile; nothing changed now. */
  record Outdated(Booking current) implements ChangeOutcome {}

  record NoSuchBooking() implements ChangeOutcome {}

  /** It is cancelled, refused or lapsed; nothing changed. */
  record NotLive(Booking booking) implements ChangeOutcome {}

  /** It cannot be so; nothing changed. As {@link BookingOutcome.Refused}. */
  record Refused(List<Refusal> reasons, List<TimeSlot> suggestions) implements ChangeOutcome {
    public Refused {
      reasons = List.copyOf(reasons);
      suggestions = List.copyOf(suggestions);
    }
  }
}
