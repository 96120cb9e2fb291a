package kafedra.agent.linux;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kafedra.agent.curtain.Curtain;
import kafedra.agent.curtain.Sight;
import kafedra.agent.lock.BootClock;
import kafedra.agent.lock.Desktop;
import kafedra.agent.use.InputIdle;
import kafedra.contract.message.LessonLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The screen of this machine, whoever is logged in at it. Every person's graphical session has a
 * locker; only the one that had the screen when it was opened is open, so that another that is
 * logged in to or switched to is covered. A text console cannot be covered: a session there is
 * ended. Accounts of those who look after the machine are left alone.
 *
 * <p>For one thread.
 */
public final class LogindDesktop implements Desktop, InputIdle {
  /** Sessions are looked through this often, and at once when something has changed. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** A session that cannot be held within this time is ended. */
  static final Duration HELD_WITHIN = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(LogindDesktop.class);

  /** What becomes of the programs of a session whose time is over. */
  public enum SignOut {
    /** They go on behind the cover. */
    KEEP,
    /** They are ended with the desktop's session; work that was not saved is gone. */
    END
  }

  /**
   * How this machine is used.
   *
   * @param label of the seat, for the cover
   * @param caretakers accounts whose sessions are left alone
   */
  public record Custom(String label, SignOut signOut, Set<String> caretakers) {
    public Custom {
      caretakers = Set.copyOf(caretakers);
    }

    /** Programs go on behind the cover, and everybody is locked. */
    public static Custom of(String label) {
      return new Custom(label, SignOut.KEEP, Set.of());
    }
  }

  private record Opened(String session, Duration end) {}

  private static final class Held {
    final SessionLocker locker;
    LogindSession session;
    Optional<Sight> sight = Optional.empty();
    Duration heldAt;

    Held(LogindSession session, SessionLocker locker, Duration now) {
      this.session = session;
      this.locker = locker;
      this.heldAt = now;
    }
  }

  private final Logind logind;
  private final Lockers lockers;
  private final Custom custom;
  private final BootClock clock;
  private final SessionPrograms programs = new SessionPrograms();
  private final Map<String, Held> held = new HashMap<>();
  private Optional<Opened> opened = Optional.empty();
  private Duration lookedAt = Duration.ZERO;
  private volatile boolean stale = true;

  /** Until the seat has said what it wants, an agent that came back changes nothing. */
  private boolean decided;

  /** By staff, while a session goes on. */
  private boolean covered;

  public LogindDesktop(Logind logind, Lockers lockers, Custom custom, BootClock clock) {
    this.logind = logind;
    this.lockers = lockers;
    this.custom = custom;
    this.clock = clock;
  }

  /** Something has changed; for any thread. */
  public void changed() {
    stale = true;
  }

  @Override
  public void lock() {
    decided = true;
    Optional<Opened> before = opened;
    opened = Optional.empty();
    covered = false;
    look();
    before
        .filter(_ -> custom.signOut() == SignOut.END)
        .ifPresent(it -> {
          log.info("the programs of session {} are ended", it.session());
          logind.terminate(it.session());
        });
  }

  @Override
  public void open(String greeting, Duration remaining, Optional<LessonLink> link) {
    decided = true;
    covered = false;
    look();
    active()
        .ifPresent(it -> {
          opened = Optional.of(new Opened(it.session.id(), clock.sinceBoot().plus(remaining)));
          it.locker.open(remaining);
          it.locker.say(greeting);
          link.ifPresent(lesson -> programs.start(it.session, "xdg-open", lesson.value()));
        });
    changed();
  }

  @Override
  public void until(Duration remaining) {
    decided = true;
    Duration now = clock.sinceBoot();
    if (opened.isEmpty()) {
      // an agent that came back: the screen that is open stays so
      opened =
          active()
              .filter(it -> state(it).filter(Curtain.State.OPEN::equals).isPresent())
              .map(it -> new Opened(it.session.id(), now.plus(remaining)));
    }
    opened = opened.map(it -> new Opened(it.session(), now.plus(remaining)));
    opened
        .flatMap(it -> Optional.ofNullable(held.get(it.session())))
        .ifPresent(it -> it.locker.until(remaining));
  }

  /** The countdown is the locker's own. */
  @Override
  public void warn(Duration remaining) {
    log.debug("{} left", remaining);
  }

  @Override
  public void cover() {
    covered = true;
    look();
  }

  @Override
  public void uncover() {
    covered = false;
    look();
  }

  @Override
  public void say(String text) {
    current().ifPresent(it -> it.locker.say(text));
  }

  @Override
  public Screen screen() {
    return current()
        .flatMap(LogindDesktop::state)
        .map(state -> state == Curtain.State.HELD ? Screen.LOCKED : Screen.OPEN)
        .orElse(Screen.ABSENT);
  }

  @Override
  public Optional<Duration> idle() {
    return current().flatMap(it -> it.sight).flatMap(Sight::idle);
  }

  private static Optional<Curtain.State> state(Held held) {
    return held.sight.map(Sight::state);
  }

  private Optional<Held> current() {
    if (stale || clock.sinceBoot().minus(lookedAt).compareTo(LOOK_EVERY) >= 0) {
      look();
    }
    return active();
  }

  private Optional<Held> active() {
    return held.values().stream().filter(it -> it.session.isActive()).findFirst();
  }

  /** Looks who is there, and sees to it that each screen is as it should be. */
  private void look() {
    stale = false;
    Duration now = clock.sinceBoot();
    lookedAt = now;
    List<LogindSession> here =
        logind.sessions().stream()
            .filter(LogindSession::isPersonHere)
            .filter(it -> !custom.caretakers().contains(it.user()))
            .toList();
    here.stream().filter(it -> !it.isGraphical()).forEach(this::endConsole);
    List<LogindSession> graphical = here.stream().filter(LogindSession::isGraphical).toList();
    forgetAllBut(graphical);
    graphical.forEach(it -> keep(it, now));
  }

  private void endConsole(LogindSession session) {
    log.warn("session {} is at a text console, which cannot be covered; it is ended", session.id());
    logind.terminate(session.id());
  }

  private void forgetAllBut(List<LogindSession> sessions) {
    List<String> ids = sessions.stream().map(LogindSession::id).toList();
    held.values().stream()
        .filter(it -> !ids.contains(it.session.id()))
        .forEach(it -> it.locker.close());
    held.keySet().retainAll(ids);
    opened = opened.filter(it -> ids.contains(it.session()));
  }

  private void keep(LogindSession session, Duration now) {
    Held it =
        held.computeIfAbsent(session.id(), _ -> new Held(session, lockers.lockerOf(session), now));
    it.session = session;
    it.sight = it.locker.sight();
    Optional<Opened> open = opened.filter(one -> one.session().equals(session.id()));
    if (open.isPresent() && !covered) {
      it.heldAt = now;
      Duration left = open.get().end().minus(now);
      if (state(it).filter(state -> state != Curtain.State.OPEN).isPresent() && left.isPositive()) {
        it.locker.open(left);
        it.sight = it.locker.sight();
      }
    } else if (decided) {
      close(it, now);
    }
  }

  private void close(Held it, Duration now) {
    if (state(it).filter(Curtain.State.OPEN::equals).isPresent()) {
      it.locker.cover();
      it.sight = it.locker.sight();
    }
    if (state(it).filter(Curtain.State.HELD::equals).isPresent()) {
      it.heldAt = now;
    } else if (now.minus(it.heldAt).compareTo(HELD_WITHIN) > 0) {
      log.error("session {} could not be locked and is ended", it.session.id());
      it.heldAt = now;
      logind.terminate(it.session.id());
    }
  }
}
