package kafedra.controller.recurrence;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** Sound rules of all shapes, mostly rare ones. */
final class RandomRules {
  private final Random random;

  RandomRules(Random random) {
    this.random = random;
  }

  Rule next() {
    Frequency frequency = List.of(Frequency.values()).get(random.nextInt(4));
    boolean yearly = frequency == Frequency.YEARLY;
    List<Integer> monthDays =
        frequency == Frequency.WEEKLY ? List.of() : some(0.25, () -> signed(31));
    List<Integer> yearDays = yearly ? some(0.15, () -> signed(366)) : List.of();
    boolean numbered = yearly || frequency == Frequency.MONTHLY;
    List<NthDay> days =
        some(0.5, () -> random.nextInt(7)).stream()
            .map(it -> new NthDay(numbered ? nth(yearly) : 0, DayOfWeek.of(it + 1)))
            .toList();
    List<Integer> months = some(0.25, () -> random.nextInt(12) + 1);
    boolean choosable =
        !(days.isEmpty() && months.isEmpty() && monthDays.isEmpty() && yearDays.isEmpty());
    return new Rule(
        frequency,
        1 + random.nextInt(3),
        new RuleEnd.Count(1),
        days,
        months,
        monthDays,
        yearDays,
        List.of(),
        choosable ? some(0.25, () -> signed(4)) : List.of(),
        DayOfWeek.of(1 + random.nextInt(7)));
  }

  private int nth(boolean yearly) {
    return random.nextBoolean() ? NthDay.EVERY : signed(yearly ? 53 : 5);
  }

  private int signed(int most) {
    return (1 + random.nextInt(most)) * (random.nextInt(3) == 0 ? -1 : 1);
  }

  private List<Integer> some(double chance, IntSupplier value) {
    return random.nextDouble() < chance
        ? IntStream.generate(value).limit(1 + random.nextInt(3)).distinct().boxed().toList()
        : List.of();
  }
}
