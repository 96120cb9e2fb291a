package kafedra.bench.report;

import java.time.Duration;
import java.util.List;

/** The distribution of a list of times. */
public final class Percentiles {
  private final double[] sortedMillis;

  public Percentiles(List<Duration> times) {
    if (times.isEmpty()) {
      throw new IllegalArgumentException("no times were taken. Maybe every attempt failed.");
    }
    sortedMillis = times.stream().mapToDouble(time -> time.toNanos() / 1e6).sorted().toArray();
  }

  /**
   * The time that this share of all was not above, in milliseconds (nearest rank).
   *
   * @param percent above 0, to 100
   */
  public double at(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sortedMillis.length);
    return sortedMillis[Math.max(rank, 1) - 1];
  }
}
