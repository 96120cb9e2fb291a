package kafedra.controller.recurrence;

import java.util.List;

/** What came of reading a rule's text. */
public sealed interface Reading {
  /** It is sound. */
  record Read(Rule rule) implements Reading {}

  /** It is not. */
  record Unreadable(List<SeriesProblem> problems) implements Reading {
    public Unreadable {
      problems = List.copyOf(problems);
    }
  }
}
