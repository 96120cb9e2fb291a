package kafedra.kiosk.web;

/** The portal's server cannot do what it is for. */
public final class PortalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortalException(String message, Throwable cause) {
    super(message, cause);
  }
}
