package kafedra.controller.timetable;

import java.time.LocalDate;
import kafedra.contract.id.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * How a timetable file is to be taken.
 *
 * @param order number of the order (приказ) that it stands on; may be empty
 * @param orderDate its date; null without one
 * @param override why rules are set aside that may be; null to keep all rules
 * @param madeBy login of the member of staff
 */
public record ImportWish(
    SchoolId school,
    Frame frame,
    Shortage shortage,
    String order,
    @Nullable LocalDate orderDate,
    @Nullable String override,
    String madeBy) {
  /** Characters of an order's number at the most. */
  public static final int LONGEST_ORDER = 50;

  public ImportWish {
    if (order.length() > LONGEST_ORDER) {
      throw new IllegalArgumentException("an order's number of " + order.length() + " characters");
    }
  }
}
