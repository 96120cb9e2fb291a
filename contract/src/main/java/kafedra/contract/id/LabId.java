package kafedra.contract.id;

/** A room with workstations. */
public record LabId(String value) {
  public LabId {
    IdText.require("lab id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
