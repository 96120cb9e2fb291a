package kafedra.controller.queue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kafedra.contract.id.LabId;
import kafedra.contract.message.TicketFate;
import org.jspecify.annotations.Nullable;

/**
 * How good the estimates of one lab were.
 *
 * @param lab null for waits of people who would have sat anywhere and sat nowhere
 * @param drawn numbers drawn
 * @param error over the waits that had an estimate and came to a seat; null without any
 */
public record WaitReport(
    @Nullable LabId lab, int drawn, Map<TicketFate, Integer> fates, @Nullable Precision error) {
  /** An estimate that is off by no more is called good. */
  public static final Duration GOOD = Duration.ofMinutes(5);

  public WaitReport {
    fates = Map.copyOf(fates);
  }

  /**
   * What was said against what it came to.
   *
   * @param count waits that were compared
   * @param stated median of what was said
   * @param waited median of what it came to
   * @param median of |said − came to|
   * @param p90 of |said − came to|: nine of ten were off by no more
   * @param goodPermille share off by no more than {@link #GOOD}, 0 to 1000
   */
  public record Precision(
      int count,
      Duration stated,
      Duration waited,
      Duration median,
      Duration p90,
      int goodPermille) {}

  /** One report a lab, by its id; the one without a lab last. */
  public static List<WaitReport> of(List<Wait> waits) {
    Map<Optional<LabId>, List<Wait>> byLab =
        new TreeMap<>(Comparator.comparing(lab -> lab.map(LabId::value).orElse("\uffff")));
    waits.forEach(wait ->
        byLab
            .computeIfAbsent(Optional.ofNullable(wait.lab()), _ -> new java.util.ArrayList<>())
            .add(wait));
    return byLab.entrySet().stream()
        .map(each -> report(each.getKey().orElse(null), each.getValue()))
        .toList();
  }

  private static WaitReport report(@Nullable LabId lab, List<Wait> waits) {
    Map<TicketFate, Integer> fates = new TreeMap<>();
    waits.forEach(wait -> fates.merge(wait.fate(), 1, Integer::sum));
    return new WaitReport(lab, waits.size(), fates, error(waits).orElse(null));
  }

  private record Pair(Duration stated, Duration waited) {
    Duration off() {
      return stated.minus(waited).abs();
    }
  }

  private static Optional<Precision> error(List<Wait> waits) {
    List<Pair> pairs = waits.stream().flatMap(wait -> pair(wait).stream()).toList();
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    List<Duration> off = pairs.stream().map(Pair::off).sorted().toList();
    long good = off.stream().filter(it -> it.compareTo(GOOD) <= 0).count();
    return Optional.of(
        new Precision(
            pairs.size(),
            rank(pairs.stream().map(Pair::stated).sorted().toList(), 50),
            rank(pairs.stream().map(Pair::waited).sorted().toList(), 50),
            rank(off, 50),
            rank(off, 90),
            (int) (good * 1000 / pairs.size())));
  }

  private static Optional<Pair> pair(Wait wait) {
    Duration stated = wait.stated();
    Duration waited = wait.waited();
    return stated == null || waited == null
        ? Optional.empty()
        : Optional.of(new Pair(stated, waited));
  }

  /** The least value that so many percent do not exceed. */
  private static Duration rank(List<Duration> sorted, int percent) {
    return sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }
}
