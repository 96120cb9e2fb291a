package kafedra.controller.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failures per key within a window. Remembers {@value #KEYS} keys; of more, the one longest
 * without a failure is forgotten (a flood of invented logins then costs its own address the limit,
 * not our memory).
 */
final class AttemptLimit {
  static final int KEYS = 10_000;

  private final int failures;
  private final Duration window;
  private final Map<String, ArrayDeque<Instant>> byKey =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Instant>> eldest) {
          return size() > KEYS;
        }
      };

  AttemptLimit(int failures, Duration window) {
    this.failures = failures;
    this.window = window;
  }

  /** How long the key still has to wait; empty when it may try. */
  synchronized Optional<Duration> waitFor(String key, Instant now) {
    ArrayDeque<Instant> past = byKey.get(key);
    if (past == null) {
      return Optional.empty();
    }
    while (!past.isEmpty() && !past.getFirst().plus(window).isAfter(now)) {
      past.removeFirst();
    }
    return past.size() < failures
        ? Optional.empty()
        : Optional.of(Duration.between(now, past.getFirst().plus(window)));
  }

  synchronized void failed(String key, Instant now) {
    ArrayDeque<Instant> past = byKey.computeIfAbsent(key, any -> new ArrayDeque<>());
    past.addLast(now);
    if (past.size() > failures) {
      past.removeFirst();
    }
  }

  /** The latest was no failure after all. */
  synchronized void takeBack(String key) {
    ArrayDeque<Instant> past = byKey.get(key);
    if (past != null) {
      past.pollLast();
    }
  }

  synchronized void forget(String key) {
    byKey.remove(key);
  }
}
