package kafedra.agent.linux;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A real systemd with the system bus and logind, in namespaces of its own over a copy of this
 * machine's root that is thrown away. It needs root, so a test is passed over where there is none.
 */
final class LogindBox implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Process unshare;
  private final Path log;
  private long init;

  LogindBox(Path folder) {
    assumeTrue(
        System.getProperty("user.name", "").equals("root"),
        "a real logind is booted in namespaces, which takes root");
    assumeTrue(
        Files.isExecutable(Path.of("/lib/systemd/systemd")),
        "a real logind is booted from this machine's systemd, and it has none");
    log = folder.resolve("boot.log");
    Path script = folder.resolve("boot-logind.sh");
    Path box = folder.resolve("box");
    try (var text = LogindBox.class.getResourceAsStream("boot-logind.sh")) {
      Files.createDirectory(box);
      Files.copy(Objects.requireNonNull(text), script, StandardCopyOption.REPLACE_EXISTING);
      List<String> words = new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork"));
      words.addAll(List.of("--kill-child", "--cgroup", "--uts", "--ipc", "--net"));
      words.addAll(List.of("sh", script.toString(), box.toString()));
      unshare =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    await().atMost(SOON).until(() -> !unshare.isAlive() || isUp());
    assumeTrue(
        unshare.isAlive(), () -> "this machine lets no systemd boot in namespaces: " + said());
  }

  private boolean isUp() {
    unshare.children().findFirst().ifPresent(it -> init = it.pid());
    return init != 0
        && Files.exists(Path.of("/proc/" + init + "/root/run/dbus/system_bus_socket"))
        && run("busctl", "status", "org.freedesktop.login1") == 0;
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  /** The address of its system bus. */
  String bus() {
    return "unix:path=/proc/" + init + "/root/run/dbus/system_bus_socket";
  }

  boolean has(String path) {
    return Files.exists(Path.of("/proc/" + init + "/root" + path));
  }

  /** Runs a program in it; its exit code. */
  int run(String... words) {
    List<String> whole = new ArrayList<>(List.of("nsenter", "--target", String.valueOf(init)));
    whole.addAll(List.of("--mount", "--pid", "--cgroup", "--uts", "--ipc", "--net", "--root"));
    whole.addAll(List.of(words));
    try {
      return new ProcessBuilder(whole)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Somebody logs in: at the screen that is seen, at a text console, or as the greeter. */
  void logIn(String kind) {
    if (run("systemctl", "start", "session-" + kind + ".service") != 0) {
      throw new IllegalStateException("no session of kind " + kind + ": " + said());
    }
  }

  @Override
  public void close() {
    ProcessHandle.of(init).ifPresent(ProcessHandle::destroyForcibly);
    unshare.destroyForcibly();
    await().atMost(SOON).until(() -> !unshare.isAlive());
  }
}
