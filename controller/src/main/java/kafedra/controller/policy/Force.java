package kafedra.controller.policy;

/** How strictly a school holds a rule. */
public enum Force {
  /** Not at all. */
  OFF,
  /** Whoever books is told; the booking is made. */
  WARN,
  /** In full: what is against it is refused. */
  ON
}
