package kafedra.controller.recurrence;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a series into its occurrences, or says what is wrong with it.
 *
 * <p>The time on the wall stays: 08:30 is 08:30 before and after a clock change. A start that the
 * rule does not fall on is refused, since RFC 5545 (3.8.5.3) leaves undefined what it means and
 * calendar programs differ: some would count it as an occurrence, others drop it.
 */
public final class Recurrences {
  /** Occurrences of a series at the most. */
  public static final int MOST = 400;

  /** Days from the first occurrence to the last at the most: a school year. */
  public static final int MOST_DAYS = 366;

  public static final Duration SHORTEST = Duration.ofMinutes(5);
  public static final Duration LONGEST = Duration.ofHours(12);

  /** Exceptions, and additions, at the most. */
  public static final int MOST_CHANGES = 400;

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  private Recurrences() {}

  public static Expansion expand(SeriesWish wish) {
    List<SeriesProblem> problems = new ArrayList<>(againstFrame(wish));
    switch (RuleReader.read(wish.rule())) {
      case Reading.Unreadable unreadable -> problems.addAll(unreadable.problems());
      case Reading.Read read -> {
        if (problems.isEmpty()) {
          return expand(wish, read.rule());
        }
      }
    }
    return new Expansion.Refused(problems);
  }

  private static Expansion expand(SeriesWish wish, Rule rule) {
    LocalDate lastDay = lastDay(wish);
    List<LocalDate> found = RuleDays.between(rule, wish.start().toLocalDate(), lastDay);
    List<SeriesProblem> problems = new ArrayList<>(againstRule(wish, rule, found));
    if (!problems.isEmpty()) {
      return new Expansion.Refused(problems);
    }
    List<Occurrence> all = new ArrayList<>(ended(wish, rule, found));
    if (rule.end() instanceof RuleEnd.Count count && placed(all) < count.times()) {
      return refused(
          SeriesProblem.in(
              "COUNT", SeriesFault.COUNT_TOO_FAR, placed(all), count.times(), MOST_DAYS));
    }
    problems.addAll(add(wish, all));
    problems.addAll(exclude(wish, all));
    if (problems.isEmpty() && all.size() > MOST) {
      problems.add(SeriesProblem.at("additions", SeriesFault.TOO_MANY, all.size(), MOST));
    }
    return problems.isEmpty()
        ? new Expansion.Occurrences(rule, all)
        : new Expansion.Refused(problems);
  }

  private static Expansion refused(SeriesProblem problem) {
    return new Expansion.Refused(List.of(problem));
  }

  private static LocalDate lastDay(SeriesWish wish) {
    return wish.start().toLocalDate().plusDays(MOST_DAYS);
  }

  private static int placed(List<Occurrence> all) {
    return (int) all.stream().filter(Occurrence.Placed.class::isInstance).count();
  }

  // --- what can be wrong ------------------------------------------------------------------------

  /** Against start, length and numbers, whatever the rule. */
  private static List<SeriesProblem> againstFrame(SeriesWish wish) {
    List<SeriesProblem> problems = new ArrayList<>();
    LocalDateTime start = wish.start();
    if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
      problems.add(SeriesProblem.at("start", SeriesFault.BAD_YEAR, FIRST_YEAR, LAST_YEAR));
    } else {
      againstTime("start", start, wish.zone(), problems);
    }
    if (wish.length().compareTo(SHORTEST) < 0 || wish.length().compareTo(LONGEST) > 0) {
      problems.add(
          SeriesProblem.at(
              "length", SeriesFault.BAD_LENGTH, SHORTEST.toMinutes(), LONGEST.toMinutes()));
    }
    againstNumber("exceptions", wish.exceptions().size(), problems);
    againstNumber("additions", wish.additions().size(), problems);
    return problems;
  }

  private static void againstNumber(String field, int number, List<SeriesProblem> problems) {
    if (number > MOST_CHANGES) {
      problems.add(SeriesProblem.at(field, SeriesFault.TOO_MANY, number, MOST_CHANGES));
    }
  }

  private static boolean againstTime(
      String field, LocalDateTime at, ZoneId zone, List<SeriesProblem> problems) {
    if (at.getSecond() != 0 || at.getNano() != 0) {
      return problems.add(SeriesProblem.at(field, SeriesFault.NOT_WHOLE_MINUTES));
    }
    var rules = zone.getRules();
    return rules.getValidOffsets(at).isEmpty()
        && problems.add(
            SeriesProblem.at(
                field, SeriesFault.IN_GAP, rules.getTransition(at).getDateTimeAfter()));
  }

  private static List<SeriesProblem> againstRule(
      SeriesWish wish, Rule rule, List<LocalDate> found) {
    List<SeriesProblem> problems = new ArrayList<>();
    LocalDate lastDay = lastDay(wish);
    if (!rule.end().reaches(wish.start(), wish.zone())) {
      problems.add(SeriesProblem.in("UNTIL", SeriesFault.ENDS_BEFORE_START, wish.start()));
    }
    if (!(rule.end() instanceof RuleEnd.Count)
        && rule.end().lastDay(wish.zone()).isAfter(lastDay)) {
      problems.add(SeriesProblem.in("UNTIL", SeriesFault.TOO_FAR, lastDay, MOST_DAYS));
    }
    if (found.isEmpty()) {
      problems.add(SeriesProblem.at("rule", SeriesFault.NEVER, MOST_DAYS));
    } else if (!found.getFirst().equals(wish.start().toLocalDate())) {
      problems.add(SeriesProblem.at("start", SeriesFault.START_NOT_OF_RULE, found.getFirst()));
    }
    return problems;
  }

  // --- what it comes to -------------------------------------------------------------------------

  /** What is found, up to the rule's end. */
  private static List<Occurrence> ended(SeriesWish wish, Rule rule, List<LocalDate> found) {
    List<Occurrence> all = new ArrayList<>();
    int left = rule.end() instanceof RuleEnd.Count count ? count.times() : Integer.MAX_VALUE;
    for (LocalDate day : found) {
      LocalDateTime start = day.atTime(wish.start().toLocalTime());
      if (left == 0 || !rule.end().reaches(start, wish.zone())) {
        break;
      }
      Occurrence next = Occurrence.of(start, wish.length(), wish.zone());
      all.add(next);
      left -= next instanceof Occurrence.Placed ? 1 : 0;
    }
    return all;
  }

  private static List<SeriesProblem> add(SeriesWish wish, List<Occurrence> all) {
    List<SeriesProblem> problems = new ArrayList<>();
    for (int i = 0; i < wish.additions().size(); i++) {
      String field = "additions[" + i + "]";
      LocalDateTime start = wish.additions().get(i);
      if (start.isBefore(wish.start()) || start.toLocalDate().isAfter(lastDay(wish))) {
        problems.add(SeriesProblem.at(field, SeriesFault.ADDED_OUTSIDE, lastDay(wish)));
      } else if (!againstTime(field, start, wish.zone(), problems)) {
        Occurrence added = Occurrence.of(start, wish.length(), wish.zone());
        all.stream()
            .filter(it -> overlap(it, added))
            .findFirst()
            .ifPresentOrElse(
                it -> problems.add(SeriesProblem.at(field, SeriesFault.ADDED_OVERLAPS, it.start())),
                () -> all.add(added));
      }
    }
    all.sort(Comparator.comparing(Occurrence::start));
    return problems;
  }

  private static boolean overlap(Occurrence one, Occurrence other) {
    return one instanceof Occurrence.Placed first
        && other instanceof Occurrence.Placed second
        && first.slot().overlaps(second.slot());
  }

  private static List<SeriesProblem> exclude(SeriesWish wish, List<Occurrence> all) {
    List<SeriesProblem> problems = new ArrayList<>();
    List<Exclusion> exceptions = wish.exceptions();
    for (int i = 0; i < exceptions.size(); i++) {
      Exclusion exception = exceptions.get(i);
      if (all.stream().noneMatch(it -> exception.excludes(it.start()))) {
        problems.add(SeriesProblem.at("exceptions[" + i + "]", SeriesFault.EXCLUDES_NOTHING));
      }
    }
    all.removeIf(it -> exceptions.stream().anyMatch(out -> out.excludes(it.start())));
    if (all.isEmpty()) {
      problems.add(SeriesProblem.at("exceptions", SeriesFault.NOTHING_LEFT));
    }
    return problems;
  }
}
