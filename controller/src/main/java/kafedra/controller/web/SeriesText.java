package kafedra.controller.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kafedra.controller.recurrence.Rule;
import kafedra.controller.recurrence.RuleEnd;
import kafedra.controller.recurrence.RuleShape;
import kafedra.controller.recurrence.SeriesProblem;

/** Rules of repetition, and what is wrong with them, in words. */
final class SeriesText {
  private final Tongue tongue;

  SeriesText(Tongue tongue) {
    this.tongue = tongue;
  }

  /** What is wrong and what to do, without the field's name. */
  String problem(SeriesProblem problem) {
    return tongue.text(
        "series." + key(problem.fault()), problem.words().stream().map(this::word).toArray());
  }

  /**
   * «каждый вторник и четверг до 25.12.2026 включительно»; for a rule that has no such words, its
   * own text.
   *
   * @param first day of the first occurrence
   */
  String rule(Rule rule, LocalDate first, ZoneId zone) {
    String pattern =
        switch (RuleShape.of(rule, first)) {
          case RuleShape.Daily it -> every("day", it.interval());
          case RuleShape.Weekly it when it.interval() == 1 -> every(it.days());
          case RuleShape.Weekly it ->
              tongue.text(
                  "series.weeks-on",
                  every("week", it.interval()),
                  joined(
                      it.days().stream()
                          .map(day -> tongue.text("series.on." + key(day)))
                          .toList()));
          case RuleShape.MonthlyOn it ->
              tongue.text("series.month-day", every("month", it.interval()), it.day());
          case RuleShape.MonthlyNth it -> nth(it);
          case RuleShape.Other it -> it.text();
        };
    return RuleShape.of(rule, first) instanceof RuleShape.Other
        ? pattern
        : pattern + " " + end(rule.end(), zone);
  }

  private String nth(RuleShape.MonthlyNth it) {
    String which = it.nth() < 0 ? "last" : Integer.toString(it.nth());
    return tongue.text(
        "series.month-nth",
        every("month", it.interval()),
        tongue.text("series.nth." + which + "." + gender(it.day())),
        tongue.text("series.day." + key(it.day())));
  }

  private String end(RuleEnd end, ZoneId zone) {
    return end instanceof RuleEnd.Count count
        ? tongue.counted("series.times", count.times())
        : tongue.text("series.until", word(end.lastDay(zone)));
  }

  private String every(String unit, int interval) {
    return interval == 1
        ? tongue.text("series.every-" + unit)
        : tongue.counted("series.every-" + unit, interval);
  }

  /** «каждый понедельник, каждую среду и пятницу»: «каждый» again only where its gender changes. */
  private String every(List<DayOfWeek> days) {
    if (days.size() == 7) {
      return tongue.text("series.every-day");
    }
    StringBuilder text = new StringBuilder();
    String said = "";
    for (int i = 0; i < days.size(); i++) {
      String each = tongue.text("series.each." + gender(days.get(i)));
      text.append(separator(i, days.size()));
      text.append(each.equals(said) ? "" : each + " ");
      text.append(tongue.text("series.day." + key(days.get(i))));
      said = each;
    }
    return text.toString();
  }

  private String joined(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(separator(i, words.size())).append(words.get(i));
    }
    return text.toString();
  }

  private String separator(int place, int size) {
    if (place == 0) {
      return "";
    }
    return place == size - 1 ? " " + tongue.text("series.and") + " " : ", ";
  }

  /** Of the Russian word for the day; English has one form. */
  private static String gender(DayOfWeek day) {
    return switch (day) {
      case MONDAY, TUESDAY, THURSDAY -> "m";
      case WEDNESDAY, FRIDAY, SATURDAY -> "f";
      case SUNDAY -> "n";
    };
  }

  private Object word(Object word) {
    return switch (word) {
      case LocalDate day -> day.format(formatter("format.day"));
      case LocalDateTime at -> at.format(formatter("format.time"));
      default -> word;
    };
  }

  private DateTimeFormatter formatter(String key) {
    return DateTimeFormatter.ofPattern(tongue.text(key), tongue.locale());
  }

  private static String key(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
