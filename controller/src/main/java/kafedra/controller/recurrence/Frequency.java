package kafedra.controller.recurrence;

/**
 * How often the pattern of a rule begins anew. More often than daily nothing in a school repeats.
 */
public enum Frequency {
  DAILY,
  WEEKLY,
  MONTHLY,
  YEARLY
}
