package kafedra.agent.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kafedra.agent.health.MachineHealth;
import kafedra.agent.lock.BootClock;
import kafedra.contract.message.Health;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine's figures from what the kernel writes under {@code /proc} and {@code /sys}, read
 * when they are asked for and a minute has passed. For one thread.
 */
public final class ProcHealth implements MachineHealth {
  static final Duration EVERY = Duration.ofMinutes(1);

  private static final long KIB_PER_MIB = 1024;
  private static final long MIB = 1024 * 1024;
  private static final Logger log = LoggerFactory.getLogger(ProcHealth.class);

  private record Counters(Duration at, long busy, long all, long received, long sent) {}

  private final Path root;
  private final BootClock clock;
  private final String system;
  private Optional<Counters> before = Optional.empty();
  private Optional<Health> latest = Optional.empty();
  private Duration readAt = Duration.ZERO;

  public ProcHealth(BootClock clock) {
    this(Path.of("/"), clock);
  }

  ProcHealth(Path root, BootClock clock) {
    this.root = root;
    this.clock = clock;
    system = name();
  }

  private String name() {
    try {
      return lines("etc/os-release").stream()
          .filter(line -> line.startsWith("PRETTY_NAME="))
          .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
          .findFirst()
          .orElse("Linux");
    } catch (IOException none) {
      return "Linux";
    }
  }

  @Override
  public String system() {
    return system;
  }

  /** Use and rates need two readings, so the first figures come with the second call. */
  @Override
  public Optional<Health> latest() {
    Duration now = clock.sinceBoot();
    boolean due = latest.isEmpty() || now.minus(readAt).compareTo(EVERY) >= 0;
    if (due) {
      try {
        Counters fresh = counters(now);
        latest = before.map(last -> health(last, fresh)).or(() -> latest);
        before = Optional.of(fresh);
        readAt = now;
      } catch (IOException | UncheckedIOException unreadable) {
        log.debug("this machine's figures cannot be read: {}", unreadable.toString());
      }
    }
    return latest;
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(root.resolve(file));
  }

  private Counters counters(Duration now) throws IOException {
    String[] times = lines("proc/stat").getFirst().split(" +", -1);
    long all = 0;
    for (int i = 1; i < Math.min(times.length, 9); i++) {
      all += Long.parseLong(times[i]);
    }
    long idle = Long.parseLong(times[4]) + Long.parseLong(times[5]);
    long received = 0;
    long sent = 0;
    for (String line : lines("proc/net/dev")) {
      int colon = line.indexOf(':');
      if (colon > 0 && !line.substring(0, colon).strip().equals("lo")) {
        String[] counts = line.substring(colon + 1).strip().split(" +", -1);
        received += Long.parseLong(counts[0]);
        sent += Long.parseLong(counts[8]);
      }
    }
    return new Counters(now, all - idle, all, received, sent);
  }

  private Health health(Counters last, Counters fresh) {
    try {
      long ticks = Math.max(1, fresh.all() - last.all());
      long busy = Math.clamp(fresh.busy() - last.busy(), 0, ticks);
      long total = memory("MemTotal") / KIB_PER_MIB;
      long free = Math.clamp(memory("MemAvailable") / KIB_PER_MIB, 0, total);
      FileStore disk = Files.getFileStore(root);
      long millis = Math.max(1, fresh.at().minus(last.at()).toMillis());
      return new Health(
          (int) (1000 * busy / ticks),
          (int) (total - free),
          (int) total,
          (int) (disk.getUsableSpace() / MIB),
          (int) (disk.getTotalSpace() / MIB),
          rate(fresh.received() - last.received(), millis),
          rate(fresh.sent() - last.sent(), millis),
          temperature());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** 0 when an interface was reset in between, since its counter then says nothing. */
  private static int rate(long bytes, long millis) {
    return Math.clamp(bytes * 8 / millis, 0, Integer.MAX_VALUE);
  }

  private long memory(String name) throws IOException {
    return lines("proc/meminfo").stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow(() -> new IOException("no " + name));
  }

  /** That of the hottest zone; null where no sensor is readable. */
  private @Nullable Integer temperature() {
    OptionalInt hottest = OptionalInt.empty();
    try (DirectoryStream<Path> zones =
        Files.newDirectoryStream(root.resolve("sys/class/thermal"), "thermal_zone*")) {
      for (Path zone : zones) {
        int celsius = Integer.parseInt(Files.readString(zone.resolve("temp")).strip()) / 1000;
        hottest = OptionalInt.of(Math.max(celsius, hottest.orElse(celsius)));
      }
    } catch (IOException | DirectoryIteratorException | NumberFormatException none) {
      log.debug("no temperature: {}", none.toString());
    }
    return hottest.isPresent() && hottest.getAsInt() > 0 ? hottest.getAsInt() : null;
  }
}
