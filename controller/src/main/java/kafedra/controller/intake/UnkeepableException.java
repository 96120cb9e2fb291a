package kafedra.controller.intake;

/**
 * Something in a delivery can never be written, however often it is tried. Nothing of the delivery
 * was kept.
 */
public final class UnkeepableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnkeepableException(String message, Throwable cause) {
    super(message, cause);
  }
}
