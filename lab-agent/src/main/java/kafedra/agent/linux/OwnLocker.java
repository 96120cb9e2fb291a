package kafedra.agent.linux;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import kafedra.agent.curtain.Curtain;
import kafedra.agent.curtain.Sight;

/**
 * The desktop's own screen locker (GNOME's, KDE's), asked through logind. What it does is believed
 * from its {@code LockedHint}. For one thread.
 */
final class OwnLocker implements SessionLocker {
  private final String session;
  private final Logind logind;
  private final Supplier<Optional<LogindSession>> now;
  private final SessionPrograms programs;

  /**
   * @param now the session as it is
   */
  OwnLocker(
      String session,
      Logind logind,
      Supplier<Optional<LogindSession>> now,
      SessionPrograms programs) {
    this.session = session;
    this.logind = logind;
    this.now = now;
    this.programs = programs;
    cover();
  }

  @Override
  public void cover() {
    logind.lock(session);
  }

  @Override
  public void open(Duration remaining) {
    logind.unlock(session);
  }

  /** The agent locks at the end; this locker knows no time. */
  @Override
  public void until(Duration remaining) {}

  @Override
  public void say(String text) {
    now.get().ifPresent(it -> programs.start(it, "notify-send", "--", text));
  }

  @Override
  public Optional<Sight> sight() {
    return now.get()
        .map(it ->
            new Sight(
                it.lockedHint() == LogindSession.LockHint.LOCKED
                    ? Curtain.State.HELD
                    : Curtain.State.OPEN,
                Optional.of(idle(it)),
                Optional.empty()));
  }

  /** While the desktop says that there is input, there was input just now. */
  private static Duration idle(LogindSession session) {
    return session
        .idleSince()
        .map(since -> Duration.ofNanos(System.nanoTime()).minus(since))
        .filter(idle -> !idle.isNegative())
        .orElse(Duration.ZERO);
  }

  @Override
  public void close() {}
}
