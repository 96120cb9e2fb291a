package kafedra.controller.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.SchoolId;

/** The agreements between schools. Answers at once, from memory. */
public interface Agreements {
  /** By number. */
  List<Agreement> all();

  /**
   * The agreement that runs on this day and lets people of {@code home} into rooms of {@code host};
   * of several the one that runs longest. Which of the two is the base school does not matter.
   */
  default Optional<Agreement> between(SchoolId home, SchoolId host, LocalDate day) {
    return all().stream()
        .filter(it -> it.joins(home, host, day))
        .max(Comparator.comparing(it -> it.days().last()));
  }
}
