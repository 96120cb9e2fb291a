package kafedra.controller.timetable;

/** What to do where a lab has too few free seats for a group. Either way the lesson is told of. */
public enum Shortage {
  /** Book nothing on that date. */
  LEAVE_OUT,
  /** Book the seats that are free. */
  BOOK_FREE
}
