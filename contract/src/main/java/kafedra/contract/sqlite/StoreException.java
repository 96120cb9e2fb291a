package kafedra.contract.sqlite;

/**
 * The store could not do what was asked: a full disk, a damaged file, a second program. Nothing of
 * the work was kept.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
