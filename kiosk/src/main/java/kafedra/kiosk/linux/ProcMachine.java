package kafedra.kiosk.linux;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kafedra.contract.message.Health;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.line.InterfaceCounters;

/** The kiosk's own health, from {@code /proc} and {@code /sys}; rates are since the call before. */
public final class ProcMachine implements Supplier<Health> {
  private static final long MIB = 1024 * 1024;
  private static final int KIB_A_MIB = 1024;

  private record Cpu(long busy, long whole) {}

  private final Path disk;
  private final DeviceClock clock;
  private final InterfaceCounters counters = new ProcNetDev(Optional.empty());
  private Cpu lastCpu = new Cpu(0, 0);
  private Optional<InterfaceCounters.Bytes> lastBytes = Optional.empty();
  private Duration lastAt = Duration.ZERO;

  /**
   * @param disk a folder on the disk that matters
   */
  public ProcMachine(Path disk, DeviceClock clock) {
    this.disk = disk;
    this.clock = clock;
  }

  @Override
  public Health get() {
    Cpu cpu = cpu();
    long whole = Math.max(1, cpu.whole() - lastCpu.whole());
    long busy = Math.clamp(cpu.busy() - lastCpu.busy(), 0, whole);
    lastCpu = cpu;
    int memory = memory("MemTotal:");
    int available = Math.min(memory, memory("MemAvailable:"));
    Duration now = clock.sinceBoot();
    long millis = Math.max(1, now.minus(lastAt).toMillis());
    Optional<InterfaceCounters.Bytes> bytes = counters.read();
    long down = bytes.map(InterfaceCounters.Bytes::received).orElse(0L);
    long up = bytes.map(InterfaceCounters.Bytes::sent).orElse(0L);
    long downBefore = lastBytes.map(InterfaceCounters.Bytes::received).orElse(down);
    long upBefore = lastBytes.map(InterfaceCounters.Bytes::sent).orElse(up);
    lastBytes = bytes;
    lastAt = now;
    long[] space = space();
    return new Health(
        (int) (busy * 1000 / whole),
        memory - available,
        memory,
        (int) Math.min(space[0], space[1]),
        (int) space[1],
        (int) (Math.max(0, down - downBefore) * 8 / millis),
        (int) (Math.max(0, up - upBefore) * 8 / millis),
        temperature().orElse(null));
  }

  private static Cpu cpu() {
    return lines(Path.of("/proc/stat")).stream()
        .filter(line -> line.startsWith("cpu "))
        .findFirst()
        .map(line -> {
          long[] ticks =
              Arrays.stream(line.substring(4).strip().split("\\s+", -1))
                  .mapToLong(Long::parseLong)
                  .toArray();
          long whole = Arrays.stream(ticks).limit(8).sum();
          long idle = ticks.length > 4 ? ticks[3] + ticks[4] : 0;
          return new Cpu(whole - idle, whole);
        })
        .orElse(new Cpu(0, 0));
  }

  private static int memory(String name) {
    return lines(Path.of("/proc/meminfo")).stream()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .map(line -> line.replaceAll("\\D", ""))
        .map(kib -> (int) (Long.parseLong(kib) / KIB_A_MIB))
        .orElse(0);
  }

  private long[] space() {
    try {
      FileStore store = Files.getFileStore(disk);
      return new long[] {store.getUsableSpace() / MIB, store.getTotalSpace() / MIB};
    } catch (IOException unreadable) {
      return new long[] {0, 0};
    }
  }

  private static Optional<Integer> temperature() {
    return lines(Path.of("/sys/class/thermal/thermal_zone0/temp")).stream()
        .findFirst()
        .filter(line -> line.matches("-?\\d{1,7}"))
        .map(line -> Integer.parseInt(line) / 1000);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException absent) {
      return List.of();
    }
  }
}
