package kafedra.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One of our programs as a process of its own, and what the operating system says of it. */
public final class Program implements AutoCloseable {
  private final Process process;
  private final long startedNanos;

  private Program(Process process, long startedNanos) {
    this.process = process;
    this.startedNanos = startedNanos;
  }

  /**
   * Starts one of our programs from its own jar, as it is installed, with the Java that runs now.
   *
   * @param module such as {@code kiosk}
   * @param flags of the virtual machine
   */
  public static Program installed(
      String module, List<String> flags, List<String> arguments, Path log) throws IOException {
    Path jar = Path.of(module, "target", "kafedra-" + module + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "there is no " + jar + " here. Maybe start from the project's folder.");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(arguments);
    return start(command, log);
  }

  /**
   * Starts a main class of this class path with the Java that runs now.
   *
   * @param flags of the virtual machine, such as {@code -Xmx48m}
   * @param log what the program prints
   */
  public static Program start(
      String mainClass, List<String> flags, List<String> arguments, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(arguments);
    return start(command, log);
  }

  /** Starts any command. */
  public static Program start(List<String> command, Path log) throws IOException {
    long now = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // as the units of a small machine have it: glibc keeps less aside for threads
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    builder.environment().put("MALLOC_TRIM_THRESHOLD_", "131072");
    Process process = builder.start();
    return new Program(process, now);
  }

  /**
   * Waits until the page answers 200, and says how long that took since the start.
   *
   * @throws IllegalStateException if the program ends or a minute passes first
   */
  public Duration awaitPage(URI page) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(2)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (sinceStart().compareTo(Duration.ofMinutes(1)) < 0 && process.isAlive()) {
        try {
          if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return sinceStart();
          }
        } catch (IOException notYet) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
      }
    }
    throw new IllegalStateException(
        "no answer from " + page + "; the program " + (process.isAlive() ? "runs" : "ended"));
  }

  private Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /** Resident memory, MB of 1,000,000 bytes. */
  public double residentMb() {
    return status("VmRSS") * 1024 / 1e6;
  }

  /** Processor time since its start. */
  public Duration processorTime() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Bytes that the process caused to be written to a disk since its start. */
  public long written() {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", String.valueOf(process.pid()), "io"))) {
      return lines
          .filter(line -> line.startsWith("write_bytes:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no write_bytes"));
    } catch (IOException gone) {
      throw new UncheckedIOException("process " + process.pid() + " cannot be read", gone);
    }
  }

  /** Kills it without a warning, as a power cut would. */
  public void kill() throws InterruptedException {
    int _ = process.destroyForcibly().waitFor();
  }

  private double status(String field) {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith(field + ":"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + field));
    } catch (IOException gone) {
      throw new UncheckedIOException("process " + process.pid() + " cannot be read", gone);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
