package kafedra.agent.linux;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kafedra.agent.curtain.CurtainOrder;
import kafedra.agent.curtain.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A locker as a process of its own, which outlives the agent. One that was left by an agent before
 * is found by its socket; one that has ended, or hangs, is replaced. For one thread.
 */
final class LockerProcess implements SessionLocker {
  /** A locker that starts is given this long before another is tried. */
  static final Duration STARTS_WITHIN = Duration.ofSeconds(10);

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private static final Logger log = LoggerFactory.getLogger(LockerProcess.class);

  private final Path folder;
  private final String name;
  private final Supplier<Optional<List<String>>> command;
  private final LockerNews news;
  private Optional<LockerLine> line = Optional.empty();
  private Optional<Process> starting = Optional.empty();
  private long startedAt;
  private boolean everAnswered;

  /**
   * @param folder for sockets, closed to everybody else
   * @param name of the session, for the names of the locker's files
   * @param command that starts a locker; the socket is to be added. Empty if there is none now
   */
  LockerProcess(
      Path folder, String name, Supplier<Optional<List<String>>> command, LockerNews news) {
    this.folder = folder;
    this.name = name;
    this.command = command;
    this.news = news;
    connect();
  }

  private Path socket() {
    return folder.resolve("locker-" + name);
  }

  @Override
  public void cover() {
    var _ = ask(new CurtainOrder.Cover());
  }

  @Override
  public void open(Duration remaining) {
    var _ = ask(new CurtainOrder.Open(remaining));
  }

  @Override
  public void until(Duration remaining) {
    var _ = ask(new CurtainOrder.Until(remaining));
  }

  @Override
  public void say(String text) {
    var _ = ask(new CurtainOrder.Say(text));
  }

  @Override
  public Optional<Sight> sight() {
    return ask(new CurtainOrder.Look());
  }

  private Optional<Sight> ask(CurtainOrder order) {
    if (line.filter(it -> !it.isBroken()).isEmpty()) {
      connect();
    }
    Optional<Sight> sight = line.flatMap(it -> it.ask(order));
    everAnswered = everAnswered || sight.isPresent();
    return sight;
  }

  private void connect() {
    if (line.isPresent()) {
      line.get().close();
      line = Optional.empty();
      log.warn("the locker of session {} has ended or hangs; another is started", name);
      endTheOld();
    }
    line = LockerLine.to(socket(), news::changed);
    if (line.isPresent()) {
      starting = Optional.empty();
    } else if (mayStart()) {
      start();
    }
  }

  private boolean mayStart() {
    return starting.filter(Process::isAlive).isEmpty()
        || System.nanoTime() - startedAt > STARTS_WITHIN.toNanos();
  }

  private void start() {
    if (everAnswered) {
      everAnswered = false;
      news.lockerDied(name);
    }
    Optional<List<String>> words = command.get();
    if (words.isEmpty()) {
      return;
    }
    List<String> whole = new ArrayList<>(words.get());
    whole.add(socket().toString());
    try {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
      File output = folder.resolve("locker-" + name + ".log").toFile();
      Process process =
          new ProcessBuilder(whole)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(output)
              .start();
      Files.writeString(folder.resolve("locker-" + name + ".pid"), process.pid() + "\n");
      starting = Optional.of(process);
      startedAt = System.nanoTime();
    } catch (IOException refused) {
      log.error("no locker could be started for session {}: {}", name, refused.toString());
    }
  }

  /** One that hangs is killed; the server keeps its cover until the next has its own up. */
  private void endTheOld() {
    try {
      long pid =
          Long.parseLong(Files.readString(folder.resolve("locker-" + name + ".pid")).strip());
      ProcessHandle.of(pid)
          .filter(it ->
              it.info().arguments().map(List::of).orElse(List.of()).contains(socket().toString()))
          .ifPresent(ProcessHandle::destroyForcibly);
      Files.deleteIfExists(socket());
    } catch (IOException | NumberFormatException unknown) {
      log.debug("no old locker of session {} to end: {}", name, unknown.toString());
    }
  }

  @Override
  public void close() {
    line.ifPresent(LockerLine::close);
    endTheOld();
  }
}
