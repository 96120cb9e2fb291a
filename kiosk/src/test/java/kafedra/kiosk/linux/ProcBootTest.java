package kafedra.kiosk.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kafedra.contract.time.BootId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcBootTest {
  @TempDir Path proc;

  @Test
  void readsWhichStartItIsAndHowLongAgo() throws IOException {
    Files.createDirectories(proc.resolve("sys/kernel/random"));
    Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "8c1f-42\n");
    Files.writeString(proc.resolve("uptime"), "350735.47 234388.90\n");

    ProcBoot boot = ProcBoot.read(proc);

    assertThat(boot.id()).isEqualTo(new BootId("8c1f-42"));
    assertThat(boot.up()).isEqualTo(Duration.ofMillis(350_735_470));
  }

  @Test
  void countsFromTheProgramsStartWhereThereIsNoProc() {
    ProcBoot one = ProcBoot.read(proc);

    assertThat(one.up()).isZero();
    assertThat(one.id()).isNotEqualTo(ProcBoot.read(proc).id());
  }

  @Test
  void asksTheKernelWhetherTheClockWasSet() {
    assertThat(Libc.clockState()).isBetween(0, 5);
  }
}
