package kafedra.agent.linux;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.agent.lock.Desktop;
import kafedra.agent.use.InputIdle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desktop session at this machine's own screen (logind's {@code seat0}), locked and unlocked
 * through {@code loginctl}, which asks the desktop's own screen locker. The agent runs as a system
 * service: pupils cannot stop it, and it needs no part in their session.
 *
 * <p>The desktop says by {@code LockedHint} whether it obeyed and by {@code IdleHint} whether there
 * is input; the second changes after the delay that the desktop's power settings name, so that is
 * to be set to a minute or less. While it says that there is input, there was input just now.
 *
 * <p>For one thread.
 */
public final class LogindDesktop implements Desktop, InputIdle {
  /** Looking takes two short programs, so it is done this often, and after each change. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(LogindDesktop.class);

  private final Commands commands;
  private Optional<LogindSession> session = Optional.empty();
  private long lookedAt;
  private boolean looked;
  private String complaint = "";

  public LogindDesktop() {
    this(new SystemCommands());
  }

  LogindDesktop(Commands commands) {
    this.commands = commands;
  }

  @Override
  public void lock() {
    tell("lock-session");
    lookAfresh();
  }

  @Override
  public void open(String greeting, Duration remaining) {
    tell("unlock-session");
    notify(
        greeting, "Осталось " + minutes(remaining) + " мин · " + minutes(remaining) + " min left");
    lookAfresh();
  }

  private void tell(String verb) {
    session = look();
    session.ifPresent(it -> run("loginctl", verb, it.id()));
  }

  /** What was seen is out of date. */
  private void lookAfresh() {
    looked = false;
  }

  @Override
  public void warn(Duration remaining) {
    notify(
        "Время заканчивается · Time is nearly up",
        "Осталось " + minutes(remaining) + " мин · " + minutes(remaining) + " min left");
  }

  /** Rounds up: at 4 min 59 s there are five minutes left for a person. */
  private static long minutes(Duration length) {
    return length.plusSeconds(59).toMinutes();
  }

  private void notify(String title, String text) {
    session.ifPresent(it ->
        run(
            "runuser",
            "-u",
            it.user(),
            "--",
            "env",
            "DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/" + it.uid() + "/bus",
            "notify-send",
            "--",
            title,
            text));
  }

  @Override
  public Screen screen() {
    return current().map(LogindSession::screen).orElse(Screen.ABSENT);
  }

  @Override
  public Optional<Duration> idle() {
    return current()
        .map(it ->
            it.idleSince()
                .map(since -> Duration.ofNanos(System.nanoTime()).minus(since))
                .filter(idle -> !idle.isNegative())
                .orElse(Duration.ZERO));
  }

  private Optional<LogindSession> current() {
    long now = System.nanoTime();
    if (!looked || now - lookedAt >= LOOK_EVERY.toNanos()) {
      session = look();
      lookedAt = now;
      looked = true;
    }
    return session;
  }

  private Optional<LogindSession> look() {
    return run("loginctl", "show-seat", "seat0", "--property=ActiveSession", "--value")
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .flatMap(
            id -> run("loginctl", "show-session", id, "--property=" + LogindSession.PROPERTIES))
        .flatMap(LogindSession::parse);
  }

  private Optional<String> run(String... command) {
    return switch (commands.run(List.of(command))) {
      case Commands.Outcome.Done(String output) -> {
        complaint = "";
        yield Optional.of(output);
      }
      case Commands.Outcome.Failed(String reason) -> {
        complain(command[0] + " " + command[1] + ": " + reason);
        yield Optional.empty();
      }
    };
  }

  /** Says it once, not every five seconds. */
  private void complain(String what) {
    if (!what.equals(complaint)) {
      log.warn("{}. Without an answer the seat stays locked.", what);
      complaint = what;
    }
  }
}
