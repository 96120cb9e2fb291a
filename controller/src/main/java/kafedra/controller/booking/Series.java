package kafedra.controller.booking;

import java.time.Instant;
import kafedra.contract.id.SeriesId;
import kafedra.contract.time.Millis;

/**
 * What several bookings were made together for.
 *
 * @param title what staff call it; may be empty
 * @param rule RFC 5545 recurrence rule; empty when it does not recur
 */
public record Series(
    SeriesId id,
    Kind kind,
    String title,
    String rule,
    Online online,
    String madeBy,
    Instant madeAt) {
  /** What binds the bookings. */
  public enum Kind {
    RECURRING,
    /** Several labs, perhaps of several schools, at one time. */
    EVENT,
    TIMETABLE
  }

  public Series {
    madeAt = Millis.of(madeAt);
  }
}
