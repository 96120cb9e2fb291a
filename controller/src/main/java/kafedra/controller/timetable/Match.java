package kafedra.controller.timetable;

import java.util.List;

/** What a name of the file is in the school. */
sealed interface Match<T> {
  record Found<T>(T thing) implements Match<T> {}

  /** The school said that it is nothing of ours. */
  record LeftOut<T>() implements Match<T> {}

  /**
   * Nothing of ours bears it.
   *
   * @param suggestions names that look like it
   */
  record Unknown<T>(List<String> suggestions) implements Match<T> {
    public Unknown {
      suggestions = List.copyOf(suggestions);
    }
  }
}
