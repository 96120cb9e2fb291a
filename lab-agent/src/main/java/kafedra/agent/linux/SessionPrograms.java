package kafedra.agent.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts programs in a person's session, with that person's rights and what their session leader
 * was given as environment. No shell reads the words.
 */
final class SessionPrograms {
  private static final Set<String> TAKEN_OVER =
      Set.of("DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "LANG", "PATH");

  private static final Logger log = LoggerFactory.getLogger(SessionPrograms.class);

  void start(LogindSession session, String... words) {
    List<String> command = new ArrayList<>(List.of("runuser", "-u", session.user(), "--"));
    command.addAll(List.of("env", "-i", "USER=" + session.user()));
    command.addAll(environment(session));
    command.addAll(List.of(words));
    try {
      new ProcessBuilder(command)
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException absent) {
      log.warn("{} was not started in session {}: {}", words[0], session.id(), absent.toString());
    }
  }

  private static List<String> environment(LogindSession session) {
    List<String> environment = new ArrayList<>();
    environment.add("XDG_RUNTIME_DIR=/run/user/" + session.uid());
    environment.add("DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/" + session.uid() + "/bus");
    if (!session.display().isEmpty()) {
      environment.add("DISPLAY=" + session.display());
    }
    try {
      String given =
          new String(
              Files.readAllBytes(Path.of("/proc", String.valueOf(session.leader()), "environ")),
              StandardCharsets.UTF_8);
      given
          .replace('\0', '\n')
          .lines()
          .filter(line -> TAKEN_OVER.contains(line.replaceFirst("=.*", "")))
          .forEach(environment::add);
    } catch (IOException gone) {
      log.debug("session {} has lost its leader: {}", session.id(), gone.toString());
    }
    return environment;
  }
}
