package kafedra.agent.linux.x11;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A real X server without a monitor, and programs on it. What it shows can be read. */
public final class XScreen implements AutoCloseable {
  public static final Duration SOON = Duration.ofSeconds(20);

  private final Path folder;
  private final String display;
  private final List<Process> processes = new ArrayList<>();

  public XScreen(Path folder, String size) {
    this.folder = folder;
    int number = ThreadLocalRandom.current().nextInt(100, 60_000);
    display = ":" + number;
    start(
        "Xvfb",
        display,
        "-screen",
        "0",
        size + "x24",
        "-noreset",
        "-nolisten",
        "tcp",
        "-fbdir",
        folder.toString());
    Path socket = Path.of("/tmp/.X11-unix/X" + number);
    await().atMost(SOON).until(() -> Files.exists(socket) && run("xdpyinfo") == 0);
  }

  public String display() {
    return display;
  }

  /** Starts a program on this screen; it ends with the screen. */
  public Process start(String... words) {
    try {
      ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
      builder.environment().put("DISPLAY", display);
      Process process =
          builder.redirectOutput(folder.resolve(processes.size() + ".out").toFile()).start();
      processes.add(process);
      return process;
    } catch (IOException absent) {
      throw new UncheckedIOException("Maybe a package is missing: ./kafedra test names it", absent);
    }
  }

  /** Runs a program on this screen to its end; its exit code. */
  public int run(String... words) {
    try {
      return start(words).waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** What a started program has printed. */
  public String output(Process process) {
    try {
      return Files.readString(folder.resolve(processes.indexOf(process) + ".out"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A window over the whole screen that prints each key it is given. */
  public Process typist() {
    Process typist = start("xev", "-geometry", "2000x2000+0+0", "-event", "keyboard");
    await()
        .atMost(SOON)
        .until(() -> {
          run("xdotool", "mousemove", "50", "50", "key", "x");
          return output(typist).contains("KeyPress");
        });
    return typist;
  }

  /** How many keys a typist was given. */
  public long keys(Process typist) {
    return output(typist).lines().filter(line -> line.startsWith("KeyPress")).count();
  }

  /** The colour that is seen, as {@code 0xrrggbb}. */
  public int colour(int x, int y) {
    try {
      ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("Xvfb_screen0")));
      int start = dump.getInt(0) + dump.getInt(19 * 4) * 12;
      int pixel = start + y * dump.getInt(12 * 4) + x * 4;
      return dump.order(ByteOrder.LITTLE_ENDIAN).getInt(pixel) & 0xffffff;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    processes.reversed().forEach(Process::destroyForcibly);
    processes.forEach(it -> await().atMost(SOON).until(() -> !it.isAlive()));
  }
}
