package kafedra.kiosk.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import kafedra.contract.time.BootId;

/**
 * When Linux was started, and how long ago.
 *
 * @param up in steps of 10 ms
 */
public record ProcBoot(BootId id, Duration up) {
  /** As the kernel tells it; where there is no /proc, this program's start counts as the boot. */
  public static ProcBoot read() {
    return read(Path.of("/proc"));
  }

  static ProcBoot read(Path proc) {
    try {
      String id = Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
      String seconds = Files.readString(proc.resolve("uptime")).split(" ", 2)[0];
      return new ProcBoot(
          new BootId(id), Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000)));
    } catch (IOException absent) {
      return new ProcBoot(new BootId(UUID.randomUUID().toString()), Duration.ZERO);
    }
  }
}
