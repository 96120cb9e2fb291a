package kafedra.controller.recurrence;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A series as somebody asks for it; {@link Recurrences} judges it.
 *
 * @param rule text of RFC 5545, with or without {@code RRULE:}
 * @param start local start of the first occurrence
 * @param length of every occurrence; time that really passes, also over a clock change
 * @param zone of the school
 * @param exceptions what of the rule is left out (EXDATE)
 * @param additions local starts beside the rule (RDATE)
 */
public record SeriesWish(
    String rule,
    LocalDateTime start,
    Duration length,
    ZoneId zone,
    List<Exclusion> exceptions,
    List<LocalDateTime> additions) {
  public SeriesWish {
    exceptions = List.copyOf(exceptions);
    additions = List.copyOf(additions);
  }
}
