package kafedra.controller.calendar;

import java.util.List;

/**
 * One thing that is wrong with a plan.
 *
 * @param field where it stands, such as {@code terms[1].last}
 * @param words what the kind's sentence needs besides
 */
public record PlanFault(String field, Kind kind, List<String> words) {
  public PlanFault {
    words = List.copyOf(words);
  }

  /** What can be wrong. */
  public enum Kind {
    MISSING,
    /** No day of the years 2000 to 2199. */
    BAD_DATE,
    BAD_TIME,
    /** No text of 1 to so many characters. */
    BAD_NAME,
    /** No whole number from the first word to the second. */
    BAD_NUMBER,
    /** No weekday. */
    UNKNOWN_DAY,
    UNKNOWN_SHIFT,
    UNKNOWN_LAB,
    /** No bell schedule has this name. */
    UNKNOWN_BELLS,
    /** The word is the first day. */
    LAST_BEFORE_FIRST,
    /** More than so many days. */
    TOO_LONG,
    OUTSIDE_YEAR,
    /** Overlaps the field that the word names. */
    OVERLAPS,
    /** Says the same as the field that the word names. */
    TWICE,
    /** The word is the start. */
    END_BEFORE_START,
    NOTHING_SPECIAL,
    /** On the day that the word names, clocks go forward over it. */
    SKIPPED_BY_CLOCKS,
    /** More than so many. */
    TOO_MANY
  }
}
