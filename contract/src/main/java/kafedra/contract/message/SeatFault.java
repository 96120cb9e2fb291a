package kafedra.contract.message;

/** Why a workstation cannot be opened now. A seat with a fault is not offered to anybody. */
public enum SeatFault {
  /**
   * There is no graphical session whose screen could be locked or opened: nobody is logged in, or
   * the machine has none.
   */
  NO_DESKTOP,
  /**
   * The screen did not lock or open although it was told to; somebody has to look at the machine.
   */
  SCREEN_DISOBEYS
}
