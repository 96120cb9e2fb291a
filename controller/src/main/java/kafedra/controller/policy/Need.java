package kafedra.controller.policy;

/** What a person is entitled to. Why is nowhere: it is the school's to know, not the program's. */
public enum Need {
  /** A seat that is kept for those who need it, such as one with a lifting table. */
  ACCESSIBLE_SEAT,
  /** To be served before others. */
  PRIORITY
}
