package kafedra.controller.timetable;

/** A teacher of the file whose lessons come into nobody's calendar. */
public record UnknownTeacher(String name, Why why) {
  /** Why nobody is meant. */
  public enum Why {
    /** No teacher of the school bears the whole name. */
    NOBODY,
    SEVERAL
  }
}
