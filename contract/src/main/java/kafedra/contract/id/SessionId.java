package kafedra.contract.id;

/** A session, chosen by the kiosk that started it. */
public record SessionId(String value) {
  public SessionId {
    IdText.require("session id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
