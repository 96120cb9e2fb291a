package kafedra.kiosk.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;

/**
 * Limits wrong PINs. Counted before the PIN is looked at and forgiven when it was right, so that
 * neither a restart nor two attempts at once give more of them. Pulling the plug shortens no pause:
 * after it only the time counts that has certainly passed. For the desk's thread alone.
 */
public final class AttemptLimit {
  /** Blocks grow no longer than this. */
  public static final Duration LONGEST_BLOCK = Duration.ofHours(4);

  /**
   * @param allowed wrong PINs before a pause
   * @param pause the first one; each further pause is twice as long
   * @param memory after this long without a wrong PIN the count begins anew
   */
  public record Limit(int allowed, Duration pause, Duration memory) {
    /** One person's number. */
    public static final Limit PERSON = new Limit(5, Duration.ofMinutes(5), Duration.ofHours(24));

    /** Codes for one time: whoever guesses one is in, whosever it was. */
    public static final Limit CODES = new Limit(10, Duration.ofMinutes(1), Duration.ofHours(24));

    /** All numbers typed at this kiosk; a class that fumbles stays below it. */
    public static final Limit KIOSK = new Limit(30, Duration.ofMinutes(1), Duration.ofMinutes(15));
  }

  private final Journal journal;
  private final DeviceClock clock;

  public AttemptLimit(Journal journal, DeviceClock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** How long a key has to wait; empty when it may try. */
  public Optional<Duration> wait(String key) {
    return journal
        .attempts(key)
        .map(attempts -> attempts.pause().minus(clock.passedSince(attempts.last())))
        .filter(Duration::isPositive)
        .map(wait -> wait.compareTo(LONGEST_BLOCK) > 0 ? LONGEST_BLOCK : wait);
  }

  /** Counts an attempt as wrong until {@link #forgive} says otherwise. */
  public Attempts count(String key, Limit limit) {
    int before =
        journal
            .attempts(key)
            .filter(it -> clock.passedSince(it.last()).compareTo(limit.memory()) < 0)
            .map(Attempts::wrong)
            .orElse(0);
    int wrong = before + 1;
    Duration pause = wrong % limit.allowed() == 0 ? pauseAfter(wrong, limit) : Duration.ZERO;
    Attempts counted = new Attempts(key, wrong, pause, clock.moment());
    journal.commit(List.of(new Change.AttemptsAre(counted)));
    return counted;
  }

  private static Duration pauseAfter(int wrong, Limit limit) {
    int doublings = Math.min(20, wrong / limit.allowed() - 1);
    Duration pause = limit.pause().multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_BLOCK) > 0 ? LONGEST_BLOCK : pause;
  }

  /** Wrong PINs left before a pause. */
  public int left(Attempts attempts, Limit limit) {
    int used = attempts.wrong() % limit.allowed();
    return used == 0 ? 0 : limit.allowed() - used;
  }

  /** The PIN was right: a person's count is over. */
  public void forgive(String key) {
    journal.commit(List.of(new Change.AttemptsForgotten(key)));
  }

  /** The PIN was right: the kiosk's count goes back by the one that was counted. */
  public void takeBack(String key) {
    Optional<Attempts> counted = journal.attempts(key);
    if (counted.isPresent()) {
      Attempts it = counted.get();
      Attempts back = new Attempts(key, Math.max(0, it.wrong() - 1), Duration.ZERO, it.last());
      journal.commit(List.of(new Change.AttemptsAre(back)));
    }
  }
}
