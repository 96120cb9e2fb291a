package kafedra.contract.id;

/** A command to a kiosk; a repeated command is recognised by it. */
public record CommandId(String value) {
  public CommandId {
    IdText.require("command id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
