package kafedra.controller.booking;

/**
 * The store refused what the schedule in memory held possible: the two do not agree, because
 * somebody else writes in the same store. Nothing was kept; memory has been told what stands there,
 * and whoever gets this tries again.
 */
public final class DoublePromiseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Booking refused;

  public DoublePromiseException(Booking refused, Throwable cause) {
    super("the store refused " + refused.id() + " at " + refused.slot(), cause);
    this.refused = refused;
  }

  /** What could not be written. */
  public Booking refused() {
    return refused;
  }
}
