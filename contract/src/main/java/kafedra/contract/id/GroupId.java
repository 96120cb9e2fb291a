package kafedra.contract.id;

/** A group of pupils of one or several schools. */
public record GroupId(String value) {
  public GroupId {
    IdText.require("group id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
