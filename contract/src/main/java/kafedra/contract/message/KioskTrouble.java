package kafedra.contract.message;

/** What a kiosk finds wrong with itself, for those who keep it. */
public enum KioskTrouble {
  /** Nobody has told the time since the power came; nothing is booked or kept by the clock. */
  CLOCK_UNKNOWN,
  /** The database was damaged, set aside, and made anew; what was unsent was read from the old. */
  STORE_REBUILT,
  /** The same, and some of what was unsent could not be read. */
  RECORDS_LOST,
  /** Nothing can be written: the disk is full or failing. */
  STORE_FAILING,
  /** A card reader that is configured does not answer. */
  READER_FAILING,
  /** The pins of lamps, buzzer and button cannot be had. */
  FRONT_FAILING,
  /** The pin of the door's relay cannot be had; the door stays locked. */
  DOOR_FAILING
}
