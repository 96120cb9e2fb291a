package kafedra.contract.id;

/** One address with one Internet line and one LAN. */
public record BuildingId(String value) {
  public BuildingId {
    IdText.require("building id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
