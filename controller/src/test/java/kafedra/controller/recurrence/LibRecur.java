package kafedra.controller.recurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** Days by a library that others wrote. */
final class LibRecur {
  private LibRecur() {}

  static List<LocalDate> between(Rule rule, LocalDate first, LocalDate last) {
    List<LocalDate> starts = new ArrayList<>();
    try {
      RecurrenceRuleIterator found = rule(rule, last).iterator(day(first));
      while (found.hasNext()) {
        // kept before the next is looked for, which may fail
        starts.add(local(found.peekDateTime()));
        found.nextDateTime();
      }
    } catch (IllegalStateException | IllegalArgumentException givenUp) {
      // lib-recur gives up after 1000 days, weeks, months or years in which the rule has no day;
      // that is past the last one asked for
      return starts;
    }
    return starts;
  }

  private static RecurrenceRule rule(Rule rule, LocalDate last) {
    try {
      RecurrenceRule own =
          new RecurrenceRule(rule.pattern(), RecurrenceRule.RfcMode.RFC5545_STRICT);
      own.setUntil(day(last));
      return own;
    } catch (InvalidRecurrenceRuleException disagrees) {
      throw new IllegalStateException(
          "lib-recur cannot read " + rule.pattern() + ", which RuleReader found sound", disagrees);
    }
  }

  /** lib-recur counts months from 0. */
  private static DateTime day(LocalDate day) {
    return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
  }

  private static LocalDate local(DateTime at) {
    return LocalDate.of(at.getYear(), at.getMonth() + 1, at.getDayOfMonth());
  }
}
