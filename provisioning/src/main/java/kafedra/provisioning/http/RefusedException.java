package kafedra.provisioning.http;

/** A server refused what was asked of it. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  RefusedException(String what, int status, String code, String detail) {
    super(what + " was refused: " + detail + " (" + status + ", " + code + ")");
    this.code = code;
  }

  /** The stable word of the refusal. */
  public String code() {
    return code;
  }
}
