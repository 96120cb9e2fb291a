package kafedra.contract.message;

/** What staff can have done at one workstation. */
public enum SeatAct {
  /** Show a message on its screen. */
  MESSAGE,
  /** Cover the screen while the session goes on, so that all look at the teacher. */
  COVER,
  /** Uncover a screen that was covered so. */
  UNCOVER,
  RESTART,
  SHUT_DOWN,
  /** Switch the machine on over the network; done by the kiosk. */
  WAKE,
  /** Tell how the machine and its agent are, without anything of a person. */
  DIAGNOSE
}
