package kafedra.contract.id;

/** A person. A pseudonym: it says nothing of the name. */
public record PersonId(String value) {
  public PersonId {
    IdText.require("person id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
