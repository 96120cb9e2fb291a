package kafedra.contract.id;

/** Somebody's call for the librarian, unique within its kiosk. */
public record CallId(String value) {
  public CallId {
    IdText.require("call id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
