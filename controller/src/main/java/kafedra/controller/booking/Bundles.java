package kafedra.controller.booking;

import java.util.ArrayList;
import java.util.List;

/** Several wishes in one piece of work. */
final class Bundles {
  private final Counter counter;

  Bundles(Counter counter) {
    this.counter = counter;
  }

  /**
   * Thrown to undo a piece of work that turned out to be asked about only, or not wholly possible.
   */
  static final class NothingKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<BookingOutcome> outcomes;

    private NothingKept(List<BookingOutcome> outcomes) {
      super("undone on purpose", null, false, false);
      this.outcomes = outcomes;
    }

    BundleOutcome outcome() {
      return new BundleOutcome(BundleOutcome.Kept.NOTHING, outcomes);
    }
  }

  /**
   * Grants what can be granted.
   *
   * @throws NothingKept if one cannot and all were asked for; the work is to be undone
   */
  BundleOutcome place(BookingWork work, Bundle bundle) {
    List<BookingOutcome> outcomes = placeEach(work, bundle);
    boolean whole = outcomes.stream().noneMatch(BookingOutcome.Refused.class::isInstance);
    if (!whole && bundle.mode() == Bundle.Mode.ALL_OR_NOTHING) {
      throw new NothingKept(outcomes);
    }
    boolean any = outcomes.stream().anyMatch(it -> !(it instanceof BookingOutcome.Refused));
    return new BundleOutcome(any ? BundleOutcome.Kept.KEPT : BundleOutcome.Kept.NOTHING, outcomes);
  }

  /** What would come of it, to be thrown so that the work is undone. */
  NothingKept check(BookingWork work, Bundle bundle) {
    return new NothingKept(placeEach(work, bundle));
  }

  /** Whether all could be granted; the work is to be undone. */
  boolean isPossible(BookingWork work, Bundle bundle) {
    return bundle.wishes().stream()
        .map(wish -> counter.place(work, wish))
        .noneMatch(BookingOutcome.Refused.class::isInstance);
  }

  private List<BookingOutcome> placeEach(BookingWork work, Bundle bundle) {
    List<BookingOutcome> outcomes = new ArrayList<>();
    boolean told = false;
    for (BookingWish wish : bundle.wishes()) {
      BookingOutcome outcome = counter.place(work, wish);
      if (!told && outcome instanceof BookingOutcome.Placed) {
        work.enter(bundle.series());
        told = true;
      }
      outcomes.add(outcome);
    }
    return outcomes;
  }
}
