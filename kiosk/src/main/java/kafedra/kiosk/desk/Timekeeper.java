package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when the wall clock comes to be believed, or is moved: then what was recorded by the
 * wrong one is told anew, and the sessions are held to what they had. For the desk's thread alone.
 */
public final class Timekeeper {
  /** Differences below this are delay rather than a clock that was moved. */
  private static final Duration LEAST = Duration.ofSeconds(2);

  private static final Duration ASK_EVERY = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(Timekeeper.class);

  private final Journal journal;
  private final Sessions sessions;
  private final DeviceClock clock;
  private final DeskRoom.WallClock wall;
  private Duration askAt = Duration.ZERO;
  private Instant booted;
  private ClockTrust trust;

  /**
   * @param trust whether it was known before when the machine was started
   */
  public Timekeeper(
      Journal journal,
      Sessions sessions,
      DeviceClock clock,
      DeskRoom.WallClock wall,
      ClockTrust trust) {
    this.journal = journal;
    this.sessions = sessions;
    this.clock = clock;
    this.wall = wall;
    this.booted = bootedAt();
    this.trust = trust;
  }

  private Instant bootedAt() {
    return clock.instant().minus(clock.sinceBoot());
  }

  /** Asks the operating system from time to time, while nobody else has told the time. */
  public void tick() {
    if (clock.trust() == ClockTrust.UNTRUSTED && clock.sinceBoot().compareTo(askAt) >= 0) {
      askAt = clock.sinceBoot().plus(ASK_EVERY);
      if (wall.isSystemSet().getAsBoolean()) {
        wall.systemIsSet().run();
      }
    }
    look();
  }

  /** Looks at the clock; what the disk refused is done at the next look. */
  public void look() {
    Instant seen = bootedAt();
    boolean moved = Duration.between(booted, seen).abs().compareTo(LEAST) >= 0;
    boolean believed = clock.trust() == ClockTrust.TRUSTED;
    boolean news = believed && (trust == ClockTrust.UNTRUSTED || moved);
    if (news) {
      journal.commit(List.of(new Change.BootDated(clock.boot(), seen)));
    }
    if (news || moved) {
      sessions.clockIsSet();
      log.info(
          "The wall clock is {} from now on, {} s from what it said before",
          clock.trust(),
          Duration.between(booted, seen).toSeconds());
      booted = seen;
      trust = clock.trust();
    }
  }
}
