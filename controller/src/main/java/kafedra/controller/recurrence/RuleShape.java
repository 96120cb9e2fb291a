package kafedra.controller.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** What a rule is to people: the few shapes that have words, and the rest. */
public sealed interface RuleShape {
  /** Every so many days. */
  record Daily(int interval) implements RuleShape {}

  /**
   * On days of the week.
   *
   * @param days Monday first
   */
  record Weekly(int interval, List<DayOfWeek> days) implements RuleShape {
    public Weekly {
      days = List.copyOf(days);
    }
  }

  /**
   * On a day of the month.
   *
   * @param day 1 to 31
   */
  record MonthlyOn(int interval, int day) implements RuleShape {}

  /**
   * On a weekday of the month.
   *
   * @param nth 1 to 4, or -1 for the last
   */
  record MonthlyNth(int interval, int nth, DayOfWeek day) implements RuleShape {}

  /** Something that only its text says. */
  record Other(String text) implements RuleShape {}

  /**
   * @param first day of the first occurrence, from which a rule takes what it leaves open
   */
  static RuleShape of(Rule rule, LocalDate first) {
    boolean rare =
        !(rule.byMonth().isEmpty()
            && rule.byYearDay().isEmpty()
            && rule.byWeekNo().isEmpty()
            && rule.bySetPos().isEmpty());
    if (rare) {
      return new Other(rule.text());
    }
    return switch (rule.frequency()) {
      case DAILY -> daily(rule);
      case WEEKLY -> weekly(rule, first);
      case MONTHLY -> monthly(rule, first);
      case YEARLY -> new Other(rule.text());
    };
  }

  private static RuleShape daily(Rule rule) {
    if (!rule.byMonthDay().isEmpty()) {
      return new Other(rule.text());
    }
    if (rule.byDay().isEmpty()) {
      return new Daily(rule.interval());
    }
    return rule.interval() == 1 ? new Weekly(1, weekdays(rule)) : new Other(rule.text());
  }

  private static RuleShape weekly(Rule rule, LocalDate first) {
    // where weeks are skipped, a week that begins on another day changes what is meant
    if (rule.interval() > 1 && rule.weekStart() != DayOfWeek.MONDAY) {
      return new Other(rule.text());
    }
    List<DayOfWeek> days = rule.byDay().isEmpty() ? List.of(first.getDayOfWeek()) : weekdays(rule);
    return new Weekly(rule.interval(), days);
  }

  private static RuleShape monthly(Rule rule, LocalDate first) {
    if (rule.byDay().isEmpty()) {
      List<Integer> days =
          rule.byMonthDay().isEmpty() ? List.of(first.getDayOfMonth()) : rule.byMonthDay();
      return days.size() == 1 && days.getFirst() > 0
          ? new MonthlyOn(rule.interval(), days.getFirst())
          : new Other(rule.text());
    }
    NthDay day = rule.byDay().getFirst();
    boolean one = rule.byDay().size() == 1 && rule.byMonthDay().isEmpty();
    return one && (day.nth() == -1 || (day.nth() >= 1 && day.nth() <= 4))
        ? new MonthlyNth(rule.interval(), day.nth(), day.day())
        : new Other(rule.text());
  }

  private static List<DayOfWeek> weekdays(Rule rule) {
    return rule.byDay().stream().map(NthDay::day).sorted().toList();
  }
}
