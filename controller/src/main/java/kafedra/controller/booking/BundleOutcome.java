package kafedra.controller.booking;

import java.util.List;

/**
 * What came of wishes that were made together.
 *
 * @param kept whether anything was written
 * @param each in the order of the wishes. When nothing was kept, what is placed in here could have
 *     been
 */
public record BundleOutcome(Kept kept, List<BookingOutcome> each) {
  /** Whether anything was written. */
  public enum Kept {
    KEPT,
    NOTHING
  }

  public BundleOutcome {
    each = List.copyOf(each);
  }
}
