package kafedra.contract.config;

/** A password or key. It prints masked, so that a configuration record may be logged. */
public record SecretText(String value) {
  @Override
  public String toString() {
    return "masked";
  }
}
