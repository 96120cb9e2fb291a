package kafedra.controller.recurrence;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a rule (RFC 5545, 3.3.10). Stricter than most calendar programs: what they pass
 * over in silence is a lesson on the wrong day.
 */
public final class RuleReader {
  /** Characters of a rule at the most. */
  public static final int LONGEST = 500;

  /** Nothing within a year repeats less often. */
  public static final int MOST_INTERVAL = 366;

  private static final Set<String> PARTS =
      Set.of(
          "FREQ",
          "UNTIL",
          "COUNT",
          "INTERVAL",
          "BYDAY",
          "BYMONTH",
          "BYMONTHDAY",
          "BYYEARDAY",
          "BYWEEKNO",
          "BYSETPOS",
          "WKST");

  private static final Set<String> TIME_PARTS = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");
  private static final Set<String> TOO_FREQUENT = Set.of("SECONDLY", "MINUTELY", "HOURLY");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");
  private static final Pattern NTH_DAY = Pattern.compile("([+-]?[0-9]{1,2})?([A-Z]{2})");
  private static final DateTimeFormatter DAY = strict("uuuuMMdd");
  private static final DateTimeFormatter TIME = strict("uuuuMMdd'T'HHmmss");

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final List<SeriesProblem> problems = new ArrayList<>();

  private RuleReader() {}

  public static Reading read(String text) {
    return new RuleReader().reading(text);
  }

  private Reading reading(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    String rule = upper.startsWith("RRULE:") ? upper.substring("RRULE:".length()) : upper;
    if (rule.isEmpty() || rule.length() > LONGEST) {
      return new Reading.Unreadable(
          List.of(
              rule.isEmpty()
                  ? SeriesProblem.at("rule", SeriesFault.EMPTY_RULE)
                  : SeriesProblem.at("rule", SeriesFault.LONG_RULE, LONGEST)));
    }
    split(rule);
    if (parts.isEmpty()) {
      return new Reading.Unreadable(problems);
    }
    Optional<Frequency> frequency = frequency();
    Optional<RuleEnd> end = end();
    int interval = parts.containsKey("INTERVAL") ? number("INTERVAL", MOST_INTERVAL) : 1;
    List<NthDay> days = days();
    DayOfWeek weekStart =
        parts.containsKey("WKST") ? weekday("WKST", value("WKST")) : DayOfWeek.MONDAY;
    List<Integer> months = numbers("BYMONTH", 12);
    requirePositive("BYMONTH", months, 12);
    List<Integer> monthDays = numbers("BYMONTHDAY", 31);
    List<Integer> yearDays = numbers("BYYEARDAY", 366);
    List<Integer> weeks = numbers("BYWEEKNO", 53);
    List<Integer> positions = numbers("BYSETPOS", 366);
    frequency.ifPresent(it -> requireFit(it, days));
    return problems.isEmpty()
        ? new Reading.Read(
            new Rule(
                frequency.orElseThrow(),
                interval,
                end.orElseThrow(),
                days,
                months,
                monthDays,
                yearDays,
                weeks,
                positions,
                weekStart))
        : new Reading.Unreadable(problems);
  }

  private void split(String rule) {
    for (String piece : Arrays.asList(rule.split(";", -1))) {
      int equals = piece.indexOf('=');
      String name = equals < 0 ? piece : piece.substring(0, equals);
      if (equals < 1 || equals == piece.length() - 1) {
        problems.add(SeriesProblem.at("rule", SeriesFault.NOT_A_PART, brief(piece)));
      } else if (TIME_PARTS.contains(name)) {
        problems.add(SeriesProblem.in(name, SeriesFault.TIME_PART));
      } else if (!PARTS.contains(name)) {
        problems.add(SeriesProblem.at("rule", SeriesFault.UNKNOWN_PART, brief(name)));
      } else if (parts.put(name, piece.substring(equals + 1)) != null) {
        problems.add(SeriesProblem.in(name, SeriesFault.PART_TWICE));
      }
    }
  }

  private Optional<Frequency> frequency() {
    if (!parts.containsKey("FREQ")) {
      problems.add(SeriesProblem.at("rule", SeriesFault.NO_FREQUENCY));
      return Optional.empty();
    }
    String word = value("FREQ");
    Optional<Frequency> known =
        Arrays.stream(Frequency.values()).filter(it -> it.name().equals(word)).findFirst();
    if (known.isEmpty()) {
      problems.add(
          TOO_FREQUENT.contains(word)
              ? SeriesProblem.in("FREQ", SeriesFault.TOO_FREQUENT)
              : SeriesProblem.in("FREQ", SeriesFault.UNKNOWN_FREQUENCY, brief(word)));
    }
    return known;
  }

  private Optional<RuleEnd> end() {
    boolean counted = parts.containsKey("COUNT");
    boolean dated = parts.containsKey("UNTIL");
    if (counted == dated) {
      problems.add(SeriesProblem.at("rule", counted ? SeriesFault.TWO_ENDS : SeriesFault.NO_END));
      return Optional.empty();
    }
    return counted ? Optional.of(new RuleEnd.Count(count())) : until(value("UNTIL"));
  }

  private int count() {
    int times = number("COUNT", Integer.MAX_VALUE);
    if (times > Recurrences.MOST) {
      problems.add(SeriesProblem.in("COUNT", SeriesFault.TOO_MANY, times, Recurrences.MOST));
    }
    return times;
  }

  private Optional<RuleEnd> until(String text) {
    try {
      return Optional.of(
          text.endsWith("Z")
              ? new RuleEnd.AtInstant(
                  LocalDateTime.parse(text.substring(0, text.length() - 1), TIME)
                      .toInstant(ZoneOffset.UTC))
              : text.indexOf('T') >= 0
                  ? new RuleEnd.AtLocal(LocalDateTime.parse(text, TIME))
                  : new RuleEnd.OnDay(LocalDate.parse(text, DAY)));
    } catch (DateTimeException malformed) {
      problems.add(SeriesProblem.in("UNTIL", SeriesFault.BAD_UNTIL, brief(text)));
      return Optional.empty();
    }
  }

  private List<NthDay> days() {
    List<NthDay> days = new ArrayList<>();
    for (String text : values("BYDAY")) {
      Matcher matcher = NTH_DAY.matcher(text);
      if (!matcher.matches()) {
        problems.add(SeriesProblem.in("BYDAY", SeriesFault.BAD_DAY, brief(text)));
        continue;
      }
      String nth = matcher.group(1);
      int number = nth == null ? NthDay.EVERY : signed("BYDAY", nth, 53);
      days.add(new NthDay(number, weekday("BYDAY", matcher.group(2))));
    }
    return days.stream().distinct().toList();
  }

  private DayOfWeek weekday(String part, String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 2).equals(text)) {
        return day;
      }
    }
    problems.add(SeriesProblem.in(part, SeriesFault.BAD_DAY, brief(text)));
    return DayOfWeek.MONDAY;
  }

  /** What RFC 5545 forbids together. */
  private void requireFit(Frequency frequency, List<NthDay> days) {
    boolean yearly = frequency == Frequency.YEARLY;
    if (days.stream().anyMatch(it -> it.nth() != NthDay.EVERY)) {
      if (!yearly && frequency != Frequency.MONTHLY) {
        problems.add(SeriesProblem.in("BYDAY", SeriesFault.NUMBERED_DAY));
      } else if (parts.containsKey("BYWEEKNO")) {
        problems.add(SeriesProblem.in("BYDAY", SeriesFault.NOT_TOGETHER, "BYWEEKNO"));
      }
    }
    refuseWith(frequency == Frequency.WEEKLY, "BYMONTHDAY", frequency);
    refuseWith(!yearly, "BYYEARDAY", frequency);
    refuseWith(!yearly, "BYWEEKNO", frequency);
    boolean chosenFrom =
        parts.keySet().stream().anyMatch(it -> it.startsWith("BY") && !it.equals("BYSETPOS"));
    if (parts.containsKey("BYSETPOS") && !chosenFrom) {
      problems.add(SeriesProblem.in("BYSETPOS", SeriesFault.NOTHING_TO_CHOOSE));
    }
  }

  private void refuseWith(boolean forbidden, String part, Frequency frequency) {
    if (forbidden && parts.containsKey(part)) {
      problems.add(SeriesProblem.in(part, SeriesFault.NOT_TOGETHER, "FREQ=" + frequency));
    }
  }

  private void requirePositive(String part, List<Integer> values, int most) {
    values.stream()
        .filter(it -> it < 0)
        .findFirst()
        .ifPresent(it ->
            problems.add(SeriesProblem.in(part, SeriesFault.BAD_NUMBER, it.toString(), 1, most)));
  }

  /** Whole number from 1; 1 when it is not, which is told. */
  private int number(String part, int most) {
    String text = value(part);
    if (NUMBER.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    problems.add(SeriesProblem.in(part, SeriesFault.BAD_NUMBER, brief(text), 1, most));
    return 1;
  }

  private List<Integer> numbers(String part, int most) {
    return values(part).stream().map(text -> signed(part, text, most)).distinct().toList();
  }

  /** Whole number from 1 or from -1; 1 when it is not, which is told. */
  private int signed(String part, String text, int most) {
    if (NUMBER.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      if (number != 0 && Math.abs(number) <= most) {
        return number;
      }
    }
    problems.add(SeriesProblem.in(part, SeriesFault.BAD_NUMBER, brief(text), 1, most));
    return 1;
  }

  private List<String> values(String part) {
    return parts.containsKey(part) ? Arrays.asList(value(part).split(",", -1)) : List.of();
  }

  private String value(String part) {
    return parts.getOrDefault(part, "");
  }

  private static String brief(String text) {
    return text.length() > 30 ? text.substring(0, 30) + "…" : text;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
