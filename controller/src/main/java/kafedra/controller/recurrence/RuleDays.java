package kafedra.controller.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The days that a rule falls on: asks of each day in turn what RFC 5545 asks (3.3.10, the table of
 * parts). A series spans a year at the most, so walking all of it costs less than a library would,
 * and the library that was tried left the RFC in rare rules (see RuleDaysAgainstLibRecurTest).
 */
final class RuleDays {
  private RuleDays() {}

  /**
   * The days by the rule's pattern alone: its end does not matter, and the start is among them only
   * if the pattern falls on it. By time, none twice.
   *
   * @param start the earliest; gives what the pattern leaves open
   */
  static List<LocalDate> between(Rule rule, LocalDate start, LocalDate last) {
    TreeSet<LocalDate> days = new TreeSet<>();
    LocalDate period = periodOf(rule, start);
    while (!period.isAfter(last)) {
      if (inInterval(rule, start, period)) {
        days.addAll(chosen(rule, period, start));
      }
      period = next(rule, period);
    }
    return days.stream().filter(it -> !it.isBefore(start) && !it.isAfter(last)).toList();
  }

  private static LocalDate periodOf(Rule rule, LocalDate day) {
    return switch (rule.frequency()) {
      case DAILY -> day;
      case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(rule.weekStart()));
      case MONTHLY -> day.withDayOfMonth(1);
      case YEARLY -> day.withDayOfYear(1);
    };
  }

  private static LocalDate next(Rule rule, LocalDate period) {
    return switch (rule.frequency()) {
      case DAILY -> period.plusDays(1);
      case WEEKLY -> period.plusWeeks(1);
      case MONTHLY -> period.plusMonths(1);
      case YEARLY -> period.plusYears(1);
    };
  }

  private static boolean inInterval(Rule rule, LocalDate start, LocalDate period) {
    LocalDate begun = periodOf(rule, start);
    long passed =
        switch (rule.frequency()) {
          case DAILY -> ChronoUnit.DAYS.between(begun, period);
          case WEEKLY -> ChronoUnit.WEEKS.between(begun, period);
          case MONTHLY -> ChronoUnit.MONTHS.between(begun, period);
          case YEARLY -> ChronoUnit.YEARS.between(begun, period);
        };
    return passed % rule.interval() == 0;
  }

  private static List<LocalDate> chosen(Rule rule, LocalDate period, LocalDate start) {
    List<LocalDate> set =
        period.datesUntil(next(rule, period)).filter(it -> matches(rule, it, start)).toList();
    if (rule.bySetPos().isEmpty()) {
      return set;
    }
    List<LocalDate> chosen = new ArrayList<>();
    for (int position : rule.bySetPos()) {
      int index = position > 0 ? position - 1 : set.size() + position;
      if (index >= 0 && index < set.size()) {
        chosen.add(set.get(index));
      }
    }
    return chosen;
  }

  private static boolean matches(Rule rule, LocalDate day, LocalDate start) {
    return (rule.byMonth().isEmpty() || rule.byMonth().contains(day.getMonthValue()))
        && any(rule.byMonthDay(), day.getDayOfMonth(), day.lengthOfMonth())
        && any(rule.byYearDay(), day.getDayOfYear(), day.lengthOfYear())
        && (rule.byWeekNo().isEmpty() || inWeek(rule, day))
        && (rule.byDay().isEmpty() || rule.byDay().stream().anyMatch(it -> isNth(rule, it, day)))
        && fillsIn(rule, day, start);
  }

  private static boolean any(List<Integer> wanted, int value, int length) {
    return wanted.isEmpty() || wanted.contains(value) || wanted.contains(value - length - 1);
  }

  private static boolean inWeek(Rule rule, LocalDate day) {
    WeekFields weeks = WeekFields.of(rule.weekStart(), 4);
    int week = day.get(weeks.weekOfWeekBasedYear());
    int length = (int) day.range(weeks.weekOfWeekBasedYear()).getMaximum();
    return any(rule.byWeekNo(), week, length);
  }

  private static boolean isNth(Rule rule, NthDay nth, LocalDate day) {
    if (nth.day() != day.getDayOfWeek()) {
      return false;
    }
    boolean ofYear = rule.frequency() == Frequency.YEARLY && rule.byMonth().isEmpty();
    int place = ofYear ? day.getDayOfYear() : day.getDayOfMonth();
    int length = ofYear ? day.lengthOfYear() : day.lengthOfMonth();
    return nth.nth() == NthDay.EVERY
        || nth.nth() == (place - 1) / 7 + 1
        || nth.nth() == -((length - place) / 7 + 1);
  }

  /** What the rule leaves open comes from the start. */
  private static boolean fillsIn(Rule rule, LocalDate day, LocalDate start) {
    boolean days = !rule.byDay().isEmpty();
    boolean dates = !rule.byMonthDay().isEmpty() || !rule.byYearDay().isEmpty();
    DayOfWeek weekday = start.getDayOfWeek();
    return switch (rule.frequency()) {
      case DAILY -> true;
      case WEEKLY -> days || day.getDayOfWeek() == weekday;
      case MONTHLY -> days || dates || sameDate(day, start);
      case YEARLY ->
          days
              || dates
              || (rule.byWeekNo().isEmpty()
                  ? sameDate(day, start)
                      && (!rule.byMonth().isEmpty() || day.getMonthValue() == start.getMonthValue())
                  : day.getDayOfWeek() == weekday);
    };
  }

  private static boolean sameDate(LocalDate day, LocalDate start) {
    return day.getDayOfMonth() == start.getDayOfMonth();
  }
}
