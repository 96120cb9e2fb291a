package kafedra.kiosk.line;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import kafedra.contract.message.LineMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.DeviceClock;

/**
 * Measures the line without using it: from what the interface carried anyway. A rate that was
 * sustained for {@link #SUSTAINED} proves that the line carries at least this; only at or above the
 * criterion does it prove that the line is good, below it may just not have been used.
 */
public final class LineMeter {
  /** A rate counts as sustained when it held for this long. */
  public static final Duration SUSTAINED = Duration.ofSeconds(10);

  /** How often the counters are read. */
  public static final Duration SAMPLE = Duration.ofSeconds(1);

  private record Sample(Duration at, InterfaceCounters.Bytes bytes) {}

  private final InterfaceCounters counters;
  private final DeviceClock clock;
  private final Duration window;
  private final int criterionKbps;
  private final Deque<Sample> recent = new ArrayDeque<>();
  private Duration windowStart;
  private Duration lastSample;
  private long received;
  private long sent;
  private int peakDownKbps;

  /**
   * @param window from 10 s to 1 h
   * @param criterionKbps sustained rate that proves the line, kbit/s
   */
  public LineMeter(
      InterfaceCounters counters, DeviceClock clock, Duration window, int criterionKbps) {
    this.counters = counters;
    this.clock = clock;
    this.window = window;
    this.criterionKbps = criterionKbps;
    this.windowStart = clock.sinceBoot();
    this.lastSample = clock.sinceBoot().minus(SAMPLE);
  }

  /**
   * Looks at the counters when it is time to.
   *
   * @param roundTrip asked when a window is over: the median to the controller
   * @return a window that has just ended
   */
  public Optional<SiteRecord.LineMeasured> tick(
      java.util.function.Supplier<Optional<Duration>> roundTrip) {
    Duration now = clock.sinceBoot();
    if (now.minus(lastSample).compareTo(SAMPLE) >= 0) {
      lastSample = now;
      counters.read().ifPresentOrElse(bytes -> take(new Sample(now, bytes)), recent::clear);
    }
    Duration length = now.minus(windowStart);
    if (length.compareTo(window) < 0) {
      return Optional.empty();
    }
    SiteRecord.LineMeasured measured =
        new SiteRecord.LineMeasured(
            clock.stamp(),
            length,
            peakDownKbps >= criterionKbps ? LineMethod.PASSIVE : LineMethod.LOWER_BOUND,
            kbps(received, length),
            kbps(sent, length),
            peakDownKbps,
            roundTrip.get().orElse(null));
    windowStart = now;
    received = 0;
    sent = 0;
    peakDownKbps = 0;
    return Optional.of(measured);
  }

  /** Whether the line carried next to nothing in the last seconds. */
  public boolean isIdle() {
    Sample last = recent.peekLast();
    Sample first = recent.peekFirst();
    if (last == null || first == null || last.equals(first)) {
      return false;
    }
    long bytes =
        Math.max(
            last.bytes().received() - first.bytes().received(),
            last.bytes().sent() - first.bytes().sent());
    int used = kbps(bytes, last.at().minus(first.at()));
    return used * 100L < (long) criterionKbps * LineProbe.IDLE_PERCENT;
  }

  private void take(Sample sample) {
    Sample last = recent.peekLast();
    if (last != null) {
      long down = sample.bytes().received() - last.bytes().received();
      long up = sample.bytes().sent() - last.bytes().sent();
      if (down < 0 || up < 0) {
        recent.clear(); // the interface began to count anew
      } else {
        received += down;
        sent += up;
      }
    }
    recent.addLast(sample);
    while (spans(second(), sample, SUSTAINED)) {
      recent.removeFirst();
    }
    Sample first = recent.getFirst();
    if (spans(Optional.of(first), sample, SUSTAINED)) {
      Duration length = sample.at().minus(first.at());
      long bytes = sample.bytes().received() - first.bytes().received();
      peakDownKbps = Math.max(peakDownKbps, kbps(bytes, length));
    }
  }

  private Optional<Sample> second() {
    return recent.stream().skip(1).findFirst();
  }

  private static boolean spans(Optional<Sample> from, Sample to, Duration length) {
    return from.filter(it -> to.at().minus(it.at()).compareTo(length) >= 0).isPresent();
  }

  private static int kbps(long bytes, Duration length) {
    long millis = Math.max(1, length.toMillis());
    return (int) Math.min(Integer.MAX_VALUE, bytes * 8 / millis);
  }
}
