package kafedra.controller.timetable;

/**
 * Two lessons of one file that cannot both be.
 *
 * @param one the earlier in the file
 * @param name of what is there twice
 */
public record Clash(Lesson one, Lesson other, Over over, String name) {
  /** What cannot be in two places. */
  public enum Over {
    ROOM,
    TEACHER,
    CLASS
  }
}
