package kafedra.controller.recurrence;

import java.util.List;

/**
 * One reason against a series.
 *
 * @param field what is at fault: {@code rule}, {@code rule.UNTIL}, {@code start}, {@code length},
 *     {@code exceptions[2]} or {@code additions[0]}, counted from 0
 * @param words numbers, texts, local dates and local date-times for the places in the fault's text
 */
public record SeriesProblem(String field, SeriesFault fault, List<Object> words) {
  public SeriesProblem {
    words = List.copyOf(words);
  }

  static SeriesProblem at(String field, SeriesFault fault, Object... words) {
    return new SeriesProblem(field, fault, List.of(words));
  }

  /** Of a part of the rule. */
  static SeriesProblem in(String part, SeriesFault fault, Object... words) {
    return new SeriesProblem("rule." + part, fault, List.of(words));
  }
}
