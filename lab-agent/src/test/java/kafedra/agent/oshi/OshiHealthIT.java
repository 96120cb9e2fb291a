package kafedra.agent.oshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kafedra.contract.message.Health;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class OshiHealthIT {
  private static final Path MEMINFO = Path.of("/proc/meminfo");

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsTheFiguresOfThisMachine() throws IOException {
    try (OshiHealth machine = new OshiHealth()) {
      machine.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> machine.latest().isPresent());
      Health health = machine.latest().orElseThrow();

      assertThat(machine.system()).isNotBlank();
      assertThat(health.memoryTotalMb()).isCloseTo(memoryTotalMb(), within(16));
      assertThat(health.diskTotalMb())
          .isEqualTo((int) (Files.getFileStore(Path.of("/")).getTotalSpace() / 1024 / 1024));
      assertThat(health.diskFreeMb()).isPositive();
    }
  }

  private static Offset<Integer> within(int mebibytes) {
    return Offset.offset(mebibytes);
  }

  private static int memoryTotalMb() throws IOException {
    return Files.readAllLines(MEMINFO).stream()
        .filter(line -> line.startsWith("MemTotal:"))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
