package kafedra.contract.id;

/** A calendar feed that leaves the district. Not its secret: whoever knows the id reads nothing. */
public record FeedId(String value) {
  public FeedId {
    IdText.require("feed id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
