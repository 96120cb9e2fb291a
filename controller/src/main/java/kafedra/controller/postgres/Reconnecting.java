package kafedra.controller.postgres;

import java.time.Duration;

/**
 * When to try again to reach a database that is away.
 *
 * @param first rest after the first failure; doubled with each further one
 * @param longest rest at the most
 * @param inDoubt for how long work whose commit was cut waits for the answer what became of it
 */
public record Reconnecting(Duration first, Duration longest, Duration inDoubt) {
  public static final Reconnecting USUAL =
      new Reconnecting(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(20));

  private static final int MOST_DOUBLINGS = 16;

  public Reconnecting {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("from " + first + " to " + longest);
    }
  }

  /** The rest after so many failures in a row. */
  Duration rest(int failures) {
    Duration rest = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
    return rest.compareTo(longest) > 0 ? longest : rest;
  }
}
