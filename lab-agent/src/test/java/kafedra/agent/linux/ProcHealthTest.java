package kafedra.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import kafedra.agent.lock.BootClock;
import kafedra.contract.message.Health;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcHealthTest {
  private static final String NET =
      """
      Inter-|   Receive                            |  Transmit
       face |bytes    packets errs drop fifo frame compressed multicast|bytes packets
          lo: 999999 1 0 0 0 0 0 0 999999 1 0 0 0 0 0 0
        eth0: %d 1 0 0 0 0 0 0 %d 1 0 0 0 0 0 0
      """;

  @TempDir Path root;
  private final MovedClock clock = new MovedClock();

  private static final class MovedClock implements BootClock {
    Duration now = Duration.ofHours(1);

    @Override
    public String bootId() {
      return "boot";
    }

    @Override
    public Duration sinceBoot() {
      return now;
    }
  }

  @BeforeEach
  void write() throws IOException {
    write("etc/os-release", "NAME=x\nPRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\n");
    write("proc/meminfo", "MemTotal: 4096000 kB\nMemFree: 1 kB\nMemAvailable: 1024000 kB\n");
    write("proc/stat", "cpu  100 0 100 800 0 0 0 0 0 0\ncpu0 1 1\n");
    write("proc/net/dev", NET.formatted(1_000, 2_000));
    write("sys/class/thermal/thermal_zone0/temp", "41000\n");
    write("sys/class/thermal/thermal_zone1/temp", "57900\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text);
  }

  @Test
  void tellsUseAndRatesBetweenTwoReadings() throws IOException {
    ProcHealth health = new ProcHealth(root, clock);
    assertThat(health.latest()).isEmpty();

    clock.now = clock.now.plusSeconds(10);
    write("proc/stat", "cpu  125 0 100 875 0 0 0 0 0 0\n");
    write("proc/net/dev", NET.formatted(126_000, 14_500));
    Health read = health.latest().orElseThrow();

    assertThat(read.cpuPermille()).isEqualTo(250);
    assertThat(read.memoryTotalMb()).isEqualTo(4000);
    assertThat(read.memoryUsedMb()).isEqualTo(3000);
    assertThat(read.receivedKbps()).isEqualTo(100);
    assertThat(read.sentKbps()).isEqualTo(10);
    assertThat(read.temperatureC()).isEqualTo(57);
    assertThat(health.system()).isEqualTo("Debian GNU/Linux 13 (trixie)");
  }

  @Test
  void readsAnewOnceAMinute() throws IOException {
    ProcHealth health = new ProcHealth(root, clock);
    var _ = health.latest();
    clock.now = clock.now.plusSeconds(10);
    Health first = health.latest().orElseThrow();
    write("proc/meminfo", "MemTotal: 4096000 kB\nMemAvailable: 2048000 kB\n");
    clock.now = clock.now.plusSeconds(59);
    assertThat(health.latest()).contains(first);
    clock.now = clock.now.plusSeconds(1);
    assertThat(health.latest().orElseThrow().memoryUsedMb()).isEqualTo(2000);
  }

  @Test
  void tellsNothingOfAMachineThatCannotBeRead() throws IOException {
    Files.delete(root.resolve("proc/stat"));
    ProcHealth health = new ProcHealth(root, clock);
    assertThat(health.latest()).isEmpty();
    assertThat(health.latest()).isEmpty();
  }

  @Test
  void readsThisMachine() {
    ProcHealth health = new ProcHealth(clock);
    var _ = health.latest();
    clock.now = clock.now.plusSeconds(1);
    assertThat(health.latest().orElseThrow().memoryTotalMb()).isPositive();
  }
}
