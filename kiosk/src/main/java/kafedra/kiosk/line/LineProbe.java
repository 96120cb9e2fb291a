package kafedra.kiosk.line;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kafedra.contract.message.LineMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.DeviceClock;

/**
 * Measures the line by using it a little: an answer of the controller that carries filling. Only
 * while the line is idle, at times drawn by chance so that no two buildings meet for long, and
 * never more than {@link #BYTES_AN_HOUR} by day. Once a night, while the building is closed,
 * several follow one another.
 */
public final class LineProbe {
  /** Filling of one answer; about 0.4 s of a line of 1 Mbit/s. */
  public static final int FILL = 48 * 1024;

  /** What probes take of the line by day at the most: four answers an hour. */
  public static final int BYTES_AN_HOUR = 4 * FILL;

  /** Answers that follow one another in the nightly test. */
  public static final int A_NIGHT = 12;

  /** A line that carries more than this share of its criterion is in use. */
  static final int IDLE_PERCENT = 10;

  /** How long an answer is awaited before it counts as lost. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration BETWEEN = Duration.ofMinutes(15);
  private static final Duration JITTER = Duration.ofMinutes(5);
  private static final Duration NIGHT_AFTER = Duration.ofHours(1);
  private static final Duration A_NIGHT_EVERY = Duration.ofHours(20);

  private final DeviceClock clock;
  private final RandomGenerator random;
  private Duration next;
  private Optional<Duration> closedSince = Optional.empty();
  private Optional<Duration> lastNight = Optional.empty();
  private Optional<Duration> asked = Optional.empty();
  private int leftOfNight;
  private int sent;
  private int lost;

  public LineProbe(DeviceClock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
    this.next = clock.sinceBoot().plus(drawn());
  }

  private Duration drawn() {
    return BETWEEN.plus(Duration.ofMillis(random.nextLong(JITTER.toMillis())));
  }

  /** How the building and its line are. */
  public enum Use {
    /** Lessons go on, or the line carries something. */
    BUSY,
    /** Nothing is on the line. */
    IDLE,
    /** Nothing is on the line, and nobody is in the building. */
    CLOSED
  }

  /** Whether a probe is to be sent now; one that is said to be sent is awaited. */
  public boolean isDue(Use use) {
    Duration now = clock.sinceBoot();
    if (use == Use.CLOSED) {
      closedSince = closedSince.or(() -> Optional.of(now));
    } else {
      closedSince = Optional.empty();
      leftOfNight = 0;
    }
    if (asked.filter(at -> clock.since(at).compareTo(PATIENCE) >= 0).isPresent()) {
      asked = Optional.empty();
      lost++;
      leftOfNight = 0;
    }
    if (asked.isPresent() || use == Use.BUSY) {
      return false;
    }
    beginNight(now);
    boolean due = leftOfNight > 0 || now.compareTo(next) >= 0;
    if (due) {
      asked = Optional.of(now);
      sent++;
      leftOfNight = Math.max(0, leftOfNight - 1);
      next = now.plus(drawn());
    }
    return due;
  }

  private void beginNight(Duration now) {
    boolean isNight =
        closedSince.filter(at -> clock.since(at).compareTo(NIGHT_AFTER) >= 0).isPresent();
    boolean wasLongAgo =
        lastNight.filter(at -> clock.since(at).compareTo(A_NIGHT_EVERY) < 0).isEmpty();
    if (isNight && wasLongAgo) {
      lastNight = Optional.of(now);
      leftOfNight = A_NIGHT;
    }
  }

  /**
   * An answer with filling came.
   *
   * @param characters of it
   * @param roundTrip the median of answers without filling, which is no transfer
   */
  public Optional<SiteRecord.LineMeasured> answered(int characters, Optional<Duration> roundTrip) {
    Optional<Duration> took = asked.map(clock::since);
    asked = Optional.empty();
    return took.map(whole -> {
      Duration transfer = whole.minus(roundTrip.orElse(Duration.ZERO));
      long millis = Math.max(1, transfer.toMillis());
      int kbps = (int) Math.min(Integer.MAX_VALUE, characters * 8L / millis);
      return new SiteRecord.LineMeasured(
          clock.stamp(), whole, LineMethod.ACTIVE, kbps, 0, kbps, roundTrip.orElse(null));
    });
  }

  /** Probes that were not answered, per thousand; empty when none was sent. */
  public Optional<Integer> lostPermille() {
    return sent == 0 ? Optional.empty() : Optional.of(lost * 1000 / sent);
  }
}
