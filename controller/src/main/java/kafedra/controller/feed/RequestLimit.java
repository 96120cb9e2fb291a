package kafedra.controller.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts requests per address within windows that begin with the first one. It keeps load off, not
 * guessers: a token of 256 bits is not guessed. Remembers {@value #ADDRESSES} addresses; of more,
 * the one longest silent is forgotten.
 */
public final class RequestLimit {
  static final int ADDRESSES = 10_000;

  private record Counted(Instant since, int requests) {}

  private final int most;
  private final Duration window;
  private final Map<String, Counted> byAddress =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counted> eldest) {
          return size() > ADDRESSES;
        }
      };

  public RequestLimit(int most, Duration window) {
    this.most = most;
    this.window = window;
  }

  /** Counts a request; how long its address has to wait, or empty when it may pass. */
  public synchronized Optional<Duration> waitFor(String address, Instant now) {
    Counted before = byAddress.get(address);
    if (before == null || !before.since().plus(window).isAfter(now)) {
      byAddress.put(address, new Counted(now, 1));
      return Optional.empty();
    }
    if (before.requests() >= most) {
      return Optional.of(Duration.between(now, before.since().plus(window)));
    }
    byAddress.put(address, new Counted(before.since(), before.requests() + 1));
    return Optional.empty();
  }
}
