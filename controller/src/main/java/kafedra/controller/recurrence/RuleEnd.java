package kafedra.controller.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Where a rule ends. RFC 5545 wants UNTIL in UTC where the start is local; programs write all three
 * forms and people mean a day, so each is taken for what it says.
 */
public sealed interface RuleEnd {
  /**
   * So many occurrences, those counted that an exception takes away; a local time that does not
   * exist is not counted (RFC 5545, 3.3.10).
   *
   * @param times 1 to {@value Recurrences#MOST}
   */
  record Count(int times) implements RuleEnd {}

  /** Through the end of a local day. */
  record OnDay(LocalDate last) implements RuleEnd {}

  /** Through a local time. */
  record AtLocal(LocalDateTime last) implements RuleEnd {}

  /** Through an instant. */
  record AtInstant(Instant last) implements RuleEnd {}

  /** The last local day that an occurrence may begin on; far away for a count. */
  default LocalDate lastDay(ZoneId zone) {
    return switch (this) {
      case Count count -> LocalDate.MAX;
      case OnDay day -> day.last();
      case AtLocal local -> local.last().toLocalDate();
      case AtInstant instant -> instant.last().atZone(zone).toLocalDate();
    };
  }

  /** Whether an occurrence of this local start is not past the end; always so for a count. */
  default boolean reaches(LocalDateTime start, ZoneId zone) {
    return switch (this) {
      case Count count -> true;
      case OnDay day -> !start.toLocalDate().isAfter(day.last());
      case AtLocal local -> !start.isAfter(local.last());
      case AtInstant instant -> !start.atZone(zone).toInstant().isAfter(instant.last());
    };
  }

  /** The part of the rule's text. */
  default String text() {
    return switch (this) {
      case Count count -> "COUNT=" + count.times();
      case OnDay day -> "UNTIL=" + day.last().format(DateTimeFormatter.BASIC_ISO_DATE);
      case AtLocal local -> "UNTIL=" + stamp(local.last());
      case AtInstant instant ->
          "UNTIL=" + stamp(LocalDateTime.ofInstant(instant.last(), ZoneOffset.UTC)) + "Z";
    };
  }

  private static String stamp(LocalDateTime at) {
    return at.format(DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss"));
  }
}
