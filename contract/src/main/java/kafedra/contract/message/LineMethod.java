package kafedra.contract.message;

/** How a line's rate was measured; it decides what the figure proves. */
public enum LineMethod {
  /** A capped test transfer. */
  ACTIVE,
  /** Interface counters while the line was fully used. */
  PASSIVE,
  /** Interface counters while it was not: the line carries at least this. */
  LOWER_BOUND
}
