package kafedra.agent.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kafedra.agent.lock.BootClock;

/**
 * Linux's clock since boot, which runs on while the machine is suspended: closing a laptop's lid
 * stretches no session.
 */
public final class KernelClock implements BootClock {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path UPTIME = Path.of("/proc/uptime");

  private final String bootId;

  /**
   * @throws UncheckedIOException if this is no Linux, or /proc is not mounted
   */
  public KernelClock() {
    bootId = read(BOOT_ID).strip();
  }

  @Override
  public String bootId() {
    return bootId;
  }

  /** In steps of 10 ms. */
  @Override
  public Duration sinceBoot() {
    String uptime = read(UPTIME);
    String seconds = uptime.substring(0, uptime.indexOf(' '));
    int point = seconds.indexOf('.');
    return Duration.ofSeconds(Long.parseLong(seconds.substring(0, point)))
        .plusMillis(10 * Long.parseLong(seconds.substring(point + 1)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + file, failed);
    }
  }
}
