package kafedra.contract.message;

/** Whether a workstation can be used. Locked when in doubt. */
public enum ScreenState {
  LOCKED,
  OPEN
}
