package kafedra.contract.id;

/** One seat with a computer; also the device id of the agent that runs on it. */
public record WorkstationId(String value) {
  public WorkstationId {
    IdText.require("workstation id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
