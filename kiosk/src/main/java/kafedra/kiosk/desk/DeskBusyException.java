package kafedra.kiosk.desk;

/** The desk's thread did not come to a piece of work in time. */
public final class DeskBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeskBusyException(int waiting) {
    super(
        "The kiosk is busy, "
            + waiting
            + " pieces of work wait; nothing was done. Try again. Maybe the disk is slow.");
  }
}
