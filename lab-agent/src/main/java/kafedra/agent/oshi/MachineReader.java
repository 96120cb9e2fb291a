package kafedra.agent.oshi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kafedra.contract.message.Health;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.hardware.Sensors;

/** Reads figures; use and rates are those since the reading before. For one thread. */
final class MachineReader {
  private static final long MIB = 1024 * 1024;

  private final String system;
  private final CentralProcessor processor;
  private final GlobalMemory memory;
  private final Sensors sensors;
  private final List<NetworkIF> interfaces;
  private long[] ticks;
  private long received;
  private long sent;
  private long readAt;

  MachineReader() {
    SystemInfo info = new SystemInfo();
    HardwareAbstractionLayer hardware = info.getHardware();
    system =
        info.getOperatingSystem().getFamily()
            + " "
            + info.getOperatingSystem().getVersionInfo().getVersion();
    processor = hardware.getProcessor();
    memory = hardware.getMemory();
    sensors = hardware.getSensors();
    interfaces = hardware.getNetworkIFs(false);
    ticks = processor.getSystemCpuLoadTicks();
    readTraffic();
  }

  String system() {
    return system;
  }

  Health read() {
    int cpu =
        (int) Math.round(1000 * Math.clamp(processor.getSystemCpuLoadBetweenTicks(ticks), 0, 1));
    ticks = processor.getSystemCpuLoadTicks();
    long total = memory.getTotal();
    long used = Math.clamp(total - memory.getAvailable(), 0, total);
    Disk disk = Disk.ofSystem();
    long receivedBefore = received;
    long sentBefore = sent;
    long before = readAt;
    readTraffic();
    return new Health(
        cpu,
        (int) (used / MIB),
        (int) (total / MIB),
        (int) (disk.free() / MIB),
        (int) (disk.total() / MIB),
        kilobitsPerSecond(received - receivedBefore, readAt - before),
        kilobitsPerSecond(sent - sentBefore, readAt - before),
        temperature());
  }

  private void readTraffic() {
    interfaces.forEach(NetworkIF::updateAttributes);
    received = interfaces.stream().mapToLong(NetworkIF::getBytesRecv).sum();
    sent = interfaces.stream().mapToLong(NetworkIF::getBytesSent).sum();
    readAt = System.nanoTime();
  }

  /** 0 when an interface was reset in between, since its counter then says nothing. */
  private static int kilobitsPerSecond(long bytes, long nanos) {
    double rate = bytes * 8.0 * 1_000_000 / Math.max(1, nanos);
    return Math.clamp(Math.round(rate), 0, Integer.MAX_VALUE);
  }

  /** OSHI says 0 where it finds no sensor. */
  private @Nullable Integer temperature() {
    double celsius = sensors.getCpuTemperature();
    return celsius > 0 && celsius < 150 ? (int) Math.round(celsius) : null;
  }

  /** The disk that holds the system. */
  private record Disk(long free, long total) {
    static Disk ofSystem() {
      Path root = Path.of(Optional.ofNullable(System.getenv("SystemDrive")).orElse("") + "/");
      try {
        FileStore store = Files.getFileStore(root);
        return new Disk(store.getUsableSpace(), store.getTotalSpace());
      } catch (IOException unreadable) {
        throw new UncheckedIOException("cannot read the size of the disk of " + root, unreadable);
      }
    }
  }
}
