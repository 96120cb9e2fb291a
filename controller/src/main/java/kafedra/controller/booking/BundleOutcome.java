package kafedra.controller.booking;

import java.util.List;
import kafedra.contract.time.TimeSlot;

/**
 * What came of wishes that were made together.
 *
 * @param kept whether anything was written
 * @param each in the order of the wishes. When nothing was kept, what is placed in here could have
 *     been. A refused part of an event has no suggestions: what would suit its room alone tells
 *     nothing of the others
 * @param suggestions of an event, when all of it could be granted at once, nearest first
 */
public record BundleOutcome(Kept kept, List<BookingOutcome> each, List<TimeSlot> suggestions) {
  /** Whether anything was written. */
  public enum Kept {
    KEPT,
    NOTHING
  }

  BundleOutcome(Kept kept, List<BookingOutcome> each) {
    this(kept, each, List.of());
  }

  public BundleOutcome {
    each = List.copyOf(each);
    suggestions = List.copyOf(suggestions);
  }
}
