package kafedra.controller.booking;

import java.util.List;
import kafedra.contract.time.TimeSlot;

/** What came of changing a booking. */
public sealed interface ChangeOutcome {
  /**
   * Changed now.
   *
   * @param after what it, or they, have become; a split booking has become two
   */
  record Changed(Booking before, List<Booking> after) implements ChangeOutcome {
    public Changed {
      after = List.copyOf(after);
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
