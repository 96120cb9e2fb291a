package kafedra.provisioning.lively;

/** The kiosk could not be asked; it may be starting again. */
public final class PortalAwayException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PortalAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
