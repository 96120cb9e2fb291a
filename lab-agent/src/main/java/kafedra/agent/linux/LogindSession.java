package kafedra.agent.linux;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kafedra.agent.lock.Desktop;

/**
 * A graphical session as {@code loginctl show-session} tells it.
 *
 * @param id at logind
 * @param user whose desktop it is
 * @param uid the number of that user
 * @param idleSince when its last input was, on the monotonic clock; empty while there is input
 */
record LogindSession(
    String id, String user, String uid, Desktop.Screen screen, Optional<Duration> idleSince) {
  private static final Set<String> GRAPHICAL = Set.of("x11", "wayland", "mir");

  /** The properties that {@link #parse} wants. */
  static final String PROPERTIES =
      "Id,Name,User,Type,Class,LockedHint,IdleHint,IdleSinceHintMonotonic";

  /** Reads {@code Key=value} lines; empty unless they tell of a person's graphical session. */
  static Optional<LogindSession> parse(String lines) {
    Map<String, String> values =
        lines
            .lines()
            .filter(line -> line.indexOf('=') > 0)
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf('=')),
                    line -> line.substring(line.indexOf('=') + 1),
                    (first, _) -> first));
    boolean graphical =
        GRAPHICAL.contains(values.getOrDefault("Type", ""))
            && values.getOrDefault("Class", "").equals("user");
    if (!graphical || !values.containsKey("Id")) {
      return Optional.empty();
    }
    boolean locked = values.getOrDefault("LockedHint", "no").equals("yes");
    return Optional.of(
        new LogindSession(
            values.getOrDefault("Id", ""),
            values.getOrDefault("Name", ""),
            values.getOrDefault("User", ""),
            locked ? Desktop.Screen.LOCKED : Desktop.Screen.OPEN,
            idleSince(values)));
  }

  private static Optional<Duration> idleSince(Map<String, String> values) {
    String micros = values.getOrDefault("IdleSinceHintMonotonic", "");
    return values.getOrDefault("IdleHint", "no").equals("yes") && micros.matches("\\d{1,18}")
        ? Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1000))
        : Optional.empty();
  }
}
