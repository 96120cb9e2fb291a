package kafedra.controller.fleet;

/** Whether a device can be reached, as far as the controller can tell. */
public enum Contact {
  ONLINE,
  /** Its line is down or it is switched off: from here the two look alike until it returns. */
  OFFLINE,
  NEVER_SEEN
}
