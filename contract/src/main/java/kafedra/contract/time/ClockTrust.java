package kafedra.contract.time;

/** Whether a device's wall clock can be believed. */
public enum ClockTrust {
  /** Set from the controller or from network time since boot. */
  TRUSTED,
  /** Runs on from whatever it was at boot; a Raspberry Pi has no clock of its own. */
  UNTRUSTED
}
