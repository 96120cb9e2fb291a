package kafedra.controller.timetable;

import java.util.List;

/**
 * A name of the file that nothing of the school bears.
 *
 * @param name as {@link KnownNames} would explain it
 * @param suggestions names of the school that look like it
 */
public record UnknownName(Kind kind, String name, List<String> suggestions) {
  /** What the file means by it. */
  public enum Kind {
    ROOM,
    GROUP
  }

  public UnknownName {
    suggestions = List.copyOf(suggestions);
  }
}
