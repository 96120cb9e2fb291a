package kafedra.controller.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Rules of all shapes, held against a library that others wrote. */
class RuleDaysAgainstLibRecurTest {
  private static final int RULES = 5_000;

  @RepeatedTest(3)
  void agreesWithTheLibraryWhereThatKeepsToTheRfc(RepetitionInfo repetition) {
    long seed = 20_261_125L + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    RandomRules rules = new RandomRules(random);
    int compared = 0;
    while (compared < RULES) {
      Rule rule = rules.next();
      LocalDate first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1500));
      LocalDate last = first.plusDays(Recurrences.MOST_DAYS);
      if (!leavesTheRfc(rule)) {
        assertThat(RuleDays.between(rule, first, last))
            .as("seed %d: %s from %s", seed, rule.pattern(), first)
            .isEqualTo(LibRecur.between(rule, first, last));
        compared++;
      }
    }
  }

  /**
   * Where the library was seen to do otherwise: BYMONTHDAY in a year is to expand to all months
   * (RFC 5545, 3.3.10) and stays in the start's; BYSETPOS in a year counts from the start.
   */
  private static boolean leavesTheRfc(Rule rule) {
    return rule.frequency() == Frequency.YEARLY
        && (!rule.bySetPos().isEmpty()
            || (!rule.byMonthDay().isEmpty() && rule.byMonth().isEmpty()));
  }
}
