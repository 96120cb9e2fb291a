package kafedra.contract.message;

/** How a command ended. */
public enum CommandOutcome {
  DONE,
  REFUSED,
  EXPIRED
}
