package kafedra.contract.message;

/** Whether a device can be reached. */
public enum Reach {
  ONLINE,
  OFFLINE
}
