package kafedra.agent.linux;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A session as the login service tells it.
 *
 * @param id at logind
 * @param user whose session it is
 * @param uid the number of that user
 * @param seat where it is; empty for one from afar
 * @param type such as {@code x11}, {@code wayland} or {@code tty}
 * @param kind logind's class: {@code user}, {@code greeter}, …
 * @param display the X display, as the display manager told it; empty without one
 * @param terminal number of the virtual terminal, 0 without one
 * @param leader the process that the session hangs on
 * @param active whether it has the screen
 * @param lockedHint whether the desktop says that it is locked
 * @param idleSince when its last input was, on the monotonic clock; empty while there is input
 */
public record LogindSession(
    String id,
    String user,
    long uid,
    String seat,
    String type,
    String kind,
    String display,
    long terminal,
    long leader,
    Activity active,
    LockHint lockedHint,
    Optional<Duration> idleSince) {
  private static final Set<String> GRAPHICAL = Set.of("x11", "wayland", "mir");

  /** Whether a session has the screen. */
  public enum Activity {
    ACTIVE,
    IN_BACKGROUND
  }

  /** What a desktop says of its own locker. */
  public enum LockHint {
    LOCKED,
    OPEN
  }

  public LogindSession {
    if (!id.matches("[A-Za-z0-9_]{1,64}")) {
      throw new IllegalArgumentException("no id of a session: " + id);
    }
  }

  /** A person's session at this machine's own screen; a greeter is nobody's. */
  boolean isPersonHere() {
    return kind.equals("user") && !seat.isEmpty();
  }

  boolean isGraphical() {
    return GRAPHICAL.contains(type);
  }

  boolean isActive() {
    return active == Activity.ACTIVE;
  }
}
