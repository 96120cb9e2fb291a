package kafedra.agent.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kafedra.agent.lock.Desktop;
import kafedra.agent.lock.ProcessClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedDesktopTest {
  @TempDir Path folder;

  @Test
  void keepsItsScreenWhenTheAgentIsKilled() {
    SimulatedDesktop killed = desktop();
    killed.open("Аня К.", Duration.ofMinutes(5), Optional.empty());
    assertThat(desktop().screen()).isEqualTo(Desktop.Screen.OPEN);

    killed.lock();
    assertThat(desktop().screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(folder.resolve("screen")).hasContent("LOCKED");
  }

  @Test
  void behavesTheSameForTheSameSeedAndOtherwiseForAnother() {
    assertThat(anHourOf(7)).isEqualTo(anHourOf(7)).isNotEqualTo(anHourOf(8));
  }

  @Test
  void isActiveForMostOfTheTimeAndIdleForSomeOfIt() {
    long quiet =
        IntStream.rangeClosed(1, 50)
            .mapToObj(SimulatedDesktopTest::anHourOf)
            .flatMap(List::stream)
            .filter(idle -> idle.compareTo(Duration.ofMinutes(1)) > 0)
            .count();
    assertThat(quiet).isBetween(50 * 3_600 / 20L, 50 * 3_600 / 3L);
  }

  private static List<Duration> anHourOf(long seed) {
    SimulatedPerson person = new SimulatedPerson(seed);
    return IntStream.range(0, 3_600)
        .mapToObj(second -> person.idleAt(Duration.ofSeconds(second)))
        .toList();
  }

  private SimulatedDesktop desktop() {
    return new SimulatedDesktop(folder.resolve("screen"), 1, new ProcessClock());
  }
}
