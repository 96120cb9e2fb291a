package kafedra.provisioning;

/** A choice on the command line. */
enum Switch {
  ON,
  OFF,
  YES,
  NO;

  boolean isOn() {
    return this == ON || this == YES;
  }
}
