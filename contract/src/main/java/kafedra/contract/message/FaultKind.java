package kafedra.contract.message;

/** What somebody at the kiosk says is broken at a seat. */
public enum FaultKind {
  NO_PICTURE,
  MOUSE,
  KEYBOARD,
  SOUND,
  INTERNET,
  OTHER
}
