package kafedra.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class KernelClockTest {
  @Test
  void goesOnUnderTheSameBootInAnotherProcess() {
    KernelClock before = new KernelClock();
    Duration then = before.sinceBoot();
    KernelClock after = new KernelClock();

    assertThat(after.bootId()).isEqualTo(before.bootId()).isNotBlank();
    await().atMost(Duration.ofSeconds(2)).until(() -> after.sinceBoot().compareTo(then) > 0);
    assertThat(after.sinceBoot().minus(then)).isLessThan(Duration.ofSeconds(10));
  }
}
