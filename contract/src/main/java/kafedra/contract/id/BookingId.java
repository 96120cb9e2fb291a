package kafedra.contract.id;

/** A booking. Its maker chooses it, so that a repeated request is recognised. */
public record BookingId(String value) {
  public BookingId {
    IdText.require("booking id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
