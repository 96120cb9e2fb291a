package kafedra.controller.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/**
 * A timetable that was taken in.
 *
 * @param number within the school, from 1
 * @param order number of the order that it stands on; may be empty
 * @param orderDate null without one
 * @param lessons in labs
 * @param shortages lessons that have too few seats
 * @param madeBy login of the member of staff
 */
public record TimetableVersion(
    SchoolId school,
    int number,
    String order,
    @Nullable LocalDate orderDate,
    LocalDate first,
    LocalDate last,
    LocalDate firstWeek,
    TimetableFile.Format format,
    int lessons,
    int shortages,
    String madeBy,
    Instant madeAt) {
  public TimetableVersion {
    madeAt = Millis.of(madeAt);
  }

  /** Whether the other stands on the same order, holds on the same days and books as much. */
  boolean isSameAs(TimetableVersion other) {
    return order.equals(other.order)
        && Objects.equals(orderDate, other.orderDate)
        && first.equals(other.first)
        && last.equals(other.last)
        && firstWeek.equals(other.firstWeek)
        && lessons == other.lessons
        && shortages == other.shortages;
  }
}
