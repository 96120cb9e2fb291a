package kafedra.agent.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The X servers that run on this machine, as their own command lines tell it. A session's
 * environment is not asked: a pupil could name a screen that nobody sees.
 */
final class XServers {
  private static final Set<String> NAMES = Set.of("Xorg", "X", "Xvfb");
  private static final Logger log = LoggerFactory.getLogger(XServers.class);

  /**
   * A server.
   *
   * @param display such as {@code :0}; empty where the server chose it itself
   * @param terminal number of its virtual terminal, 0 without one
   * @param authority file with the keys of those it lets in; empty if it lets in all
   */
  record Server(Optional<String> display, long terminal, Optional<Path> authority) {}

  private final Path processes;

  XServers() {
    this(Path.of("/proc"));
  }

  XServers(Path processes) {
    this.processes = processes;
  }

  /** The server that shows a session: the one on its terminal, else the one of its display. */
  Optional<Server> of(LogindSession session) {
    List<Server> running = running();
    return running.stream()
        .filter(it -> it.terminal() != 0 && it.terminal() == session.terminal())
        .findFirst()
        .or(() ->
            running.stream()
                .filter(it -> it.display().filter(session.display()::equals).isPresent())
                .findFirst());
  }

  private List<Server> running() {
    List<Server> servers = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(processes, "[0-9]*")) {
      for (Path folder : folders) {
        words(folder).flatMap(XServers::parse).ifPresent(servers::add);
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      log.warn("{} cannot be read: {}", processes, unreadable.toString());
    }
    return servers;
  }

  /** Empty for a process that has ended meanwhile. */
  private static Optional<List<String>> words(Path folder) {
    try {
      if (!NAMES.contains(Files.readString(folder.resolve("comm")).strip())) {
        return Optional.empty();
      }
      byte[] line = Files.readAllBytes(folder.resolve("cmdline"));
      return Optional.of(List.of(new String(line, StandardCharsets.UTF_8).split("\0", -1)));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  static Optional<Server> parse(List<String> words) {
    Optional<String> display =
        words.stream().skip(1).filter(word -> word.matches(":\\d{1,5}")).findFirst();
    long terminal =
        words.stream()
            .filter(word -> word.matches("vt\\d{1,2}"))
            .mapToLong(word -> Long.parseLong(word.substring(2)))
            .findFirst()
            .orElse(0);
    int auth = words.indexOf("-auth");
    Optional<Path> authority =
        auth < 0 || auth + 1 >= words.size()
            ? Optional.empty()
            : Optional.of(Path.of(words.get(auth + 1)));
    return display.isEmpty() && terminal == 0
        ? Optional.empty()
        : Optional.of(new Server(display, terminal, authority));
  }
}
