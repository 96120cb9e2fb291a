package kafedra.controller.recurrence;

import java.util.List;

/** What a series comes to. */
public sealed interface Expansion {
  /**
   * Its occurrences by start: at least one, at most {@value Recurrences#MOST}, none twice, none
   * overlapping.
   */
  record Occurrences(Rule rule, List<Occurrence> all) implements Expansion {
    public Occurrences {
      all = List.copyOf(all);
    }
  }

  /** Nothing, and every reason that could be told. */
  record Refused(List<SeriesProblem> problems) implements Expansion {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
