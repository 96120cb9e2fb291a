package kafedra.controller.calendar;

import java.time.LocalDate;
import kafedra.contract.id.SchoolId;

/**
 * Two schools agreed that each other's people may learn in their rooms.
 *
 * @param number as on the paper
 * @param base the school that leads
 * @param network the school that takes part
 */
public record Agreement(String number, SchoolId base, SchoolId network, DaySpan days) {
  public Agreement {
    if (base.equals(network)) {
      throw new IllegalArgumentException("agreement " + number + " is of " + base + " with itself");
    }
  }

  /** Whether it lets people of one of these schools into rooms of the other on this day. */
  boolean joins(SchoolId one, SchoolId other, LocalDate day) {
    boolean both =
        (base.equals(one) && network.equals(other)) || (base.equals(other) && network.equals(one));
    return both && days.contains(day);
  }
}
