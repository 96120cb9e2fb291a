package kafedra.contract.id;

/** A kiosk device; it owns the sessions of its building. */
public record KioskId(String value) {
  public KioskId {
    IdText.require("kiosk id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
