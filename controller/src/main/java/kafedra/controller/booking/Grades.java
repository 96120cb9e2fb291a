package kafedra.controller.booking;

import java.util.Optional;

/** How old people are, as schools count it. Answers at once, or after one read. */
public interface Grades {
  /**
   * The grade of a person, 1 to 12, or the lowest of a group's people; empty for adults and for
   * whoever is not in the roster.
   */
  Optional<Integer> of(Holder holder);
}
