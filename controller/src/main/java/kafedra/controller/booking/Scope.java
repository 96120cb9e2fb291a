package kafedra.controller.booking;

/** How much of a series a change reaches. */
public enum Scope {
  ONE,
  /** It, and all of its series that start no earlier. */
  FOLLOWING
}
