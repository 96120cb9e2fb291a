package kafedra.agent.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lockers of this machine: our own on X11, the desktop's own elsewhere.
 *
 * @param folder for the lockers' sockets; closed to everybody else
 * @param program that starts one of ours; the display, the label and the socket are added
 * @param label of the seat, to be shown
 */
public record LinuxLockers(
    Path folder, List<String> program, String label, Logind logind, LockerNews news)
    implements Lockers {
  public LinuxLockers {
    program = List.copyOf(program);
  }

  @Override
  public SessionLocker lockerOf(LogindSession session) {
    return session.type().equals("x11")
        ? new LockerProcess(folder, session.id(), () -> command(session), news)
        : new OwnLocker(session.id(), logind, () -> find(session.id()), new SessionPrograms());
  }

  private Optional<LogindSession> find(String id) {
    return logind.sessions().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  private Optional<List<String>> command(LogindSession session) {
    return new XServers()
        .of(session)
        .flatMap(server ->
            server
                .display()
                .or(() -> Optional.of(session.display()).filter(it -> !it.isEmpty()))
                .map(display -> command(server, display)));
  }

  private List<String> command(XServers.Server server, String display) {
    List<String> words = new ArrayList<>(List.of("env"));
    server.authority().ifPresent(file -> words.add("XAUTHORITY=" + file));
    words.addAll(program);
    words.add(display);
    words.add(label);
    return words;
  }
}
