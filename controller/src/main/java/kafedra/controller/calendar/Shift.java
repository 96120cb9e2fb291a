package kafedra.controller.calendar;

/** Which part of the day a lesson belongs to; each shift numbers its lessons anew. */
public enum Shift {
  FIRST,
  SECOND,
  EVENING
}
