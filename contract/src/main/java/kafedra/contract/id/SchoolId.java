package kafedra.contract.id;

/** A school of the district. */
public record SchoolId(String value) {
  public SchoolId {
    IdText.require("school id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
