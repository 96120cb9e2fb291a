package kafedra.controller.recurrence;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule of RFC 5545 (3.3.10) that has been read and found sound by {@link RuleReader}.
 *
 * @param interval 1 to {@value RuleReader#MOST_INTERVAL} days, weeks, months or years
 * @param byDay empty where the rule says nothing of it, as are the lists after it
 * @param byMonth 1 to 12
 * @param byMonthDay 1 to 31, or -1 to -31 from the month's end
 * @param byYearDay 1 to 366, or -1 to -366 from the year's end
 * @param byWeekNo 1 to 53, or -1 to -53 from the year's end
 * @param bySetPos 1 to 366, or -1 to -366 from the end of the set
 * @param weekStart matters where weeks are skipped or counted
 */
public record Rule(
    Frequency frequency,
    int interval,
    RuleEnd end,
    List<NthDay> byDay,
    List<Integer> byMonth,
    List<Integer> byMonthDay,
    List<Integer> byYearDay,
    List<Integer> byWeekNo,
    List<Integer> bySetPos,
    DayOfWeek weekStart) {
  public Rule {
    byDay = List.copyOf(byDay);
    byMonth = List.copyOf(byMonth);
    byMonthDay = List.copyOf(byMonthDay);
    byYearDay = List.copyOf(byYearDay);
    byWeekNo = List.copyOf(byWeekNo);
    bySetPos = List.copyOf(bySetPos);
  }

  /** The rule's text without its end: which days, but not how many. */
  public String pattern() {
    List<String> parts = new ArrayList<>();
    parts.add("FREQ=" + frequency);
    if (interval != 1) {
      parts.add("INTERVAL=" + interval);
    }
    add(parts, "BYMONTH", byMonth);
    add(parts, "BYWEEKNO", byWeekNo);
    add(parts, "BYYEARDAY", byYearDay);
    add(parts, "BYMONTHDAY", byMonthDay);
    add(parts, "BYDAY", byDay.stream().map(NthDay::text).toList());
    add(parts, "BYSETPOS", bySetPos);
    if (weekStart != DayOfWeek.MONDAY) {
      parts.add("WKST=" + weekStart.name().substring(0, 2));
    }
    return String.join(";", parts);
  }

  /** The rule as RFC 5545 writes it; the same rule always has the same text. */
  public String text() {
    return pattern() + ";" + end.text();
  }

  private static void add(List<String> parts, String name, List<?> values) {
    if (!values.isEmpty()) {
      parts.add(name + "=" + values.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }
}
