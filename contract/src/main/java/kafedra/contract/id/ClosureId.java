package kafedra.contract.id;

/**
 * Days on which rooms are closed; chosen by whoever closes them, so that a repeat is recognised.
 */
public record ClosureId(String value) {
  public ClosureId {
    IdText.require("closure id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
