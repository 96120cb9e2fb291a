package kafedra.provisioning.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes: small shell scripts. */
class SupervisorTest {
  @TempDir Path folder;
  private final Queue<Supervised> events = new ConcurrentLinkedQueue<>();
  private final Supervisor supervisor = new Supervisor(Duration.ofSeconds(8), events::add);

  @AfterEach
  void stop() {
    supervisor.close();
  }

  private Program script(String name, String text, ReadyCheck ready) {
    return new Program(
        name,
        List.of("sh", "-c", text),
        folder.resolve("logs").resolve(name + ".log"),
        ready,
        Duration.ofSeconds(5),
        Duration.ofSeconds(1));
  }

  private Program lasting(String name) {
    return script(name, "exec sleep 600", ReadyCheck.RUNNING);
  }

  @Test
  void returnsWhenTheProgramIsReady() {
    Path sign = folder.resolve("sign");
    supervisor.start(
        script("one", "sleep 0.2; touch " + sign + "; exec sleep 600", () -> Files.exists(sign)));
    assertThat(sign).exists();
    assertThat(events).singleElement().isInstanceOf(Supervised.Ready.class);
  }

  @Test
  void tellsTheLastWordsOfAProgramThatDoesNotComeUp() {
    Program broken = script("broken", "echo the port is taken; exit 3", () -> false);
    assertThatThrownBy(() -> supervisor.start(broken))
        .isInstanceOf(ProgramFailedException.class)
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("the port is taken");
  }

  @Test
  void doesNotWaitForeverForReadiness() {
    Program slow =
        new Program(
            "slow",
            List.of("sleep", "600"),
            folder.resolve("slow.log"),
            () -> false,
            Duration.ofMillis(300),
            Duration.ofSeconds(1));
    assertThatThrownBy(() -> supervisor.start(slow)).hasMessageContaining("not ready");
  }

  @Test
  void startsAKilledProgramAgain() {
    supervisor.start(lasting("one"));
    long first = supervisor.process("one").orElseThrow().pid();
    supervisor.process("one").orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> supervisor.process("one").filter(it -> it.pid() != first).isPresent());
    assertThat(events)
        .anySatisfy(
            it -> assertThat(it).isEqualTo(new Supervised.Died("one", 137, Duration.ofSeconds(1))))
        .contains(new Supervised.Restarted("one"));
  }

  @Test
  void stopsTheLastStartedFirst() throws IOException {
    Path order = folder.resolve("order");
    for (String name : List.of("a", "b", "c")) {
      Path sign = folder.resolve(name);
      supervisor.start(
          script(
              name,
              "trap 'echo "
                  + name
                  + " >> "
                  + order
                  + "; exit 0' TERM; touch "
                  + sign
                  + "; while :; do sleep 0.05; done",
              () -> Files.exists(sign)));
    }
    supervisor.close();
    assertThat(Files.readAllLines(order)).containsExactly("c", "b", "a");
  }

  @Test
  void killsAProgramThatDoesNotEnd() {
    Path sign = folder.resolve("sign");
    supervisor.start(
        script(
            "deaf",
            "trap '' TERM; touch " + sign + "; while :; do sleep 0.05; done",
            () -> Files.exists(sign)));
    ProcessHandle process = supervisor.process("deaf").orElseThrow();
    supervisor.close();
    assertThat(process.isAlive()).isFalse();
    assertThat(events).contains(new Supervised.Killed("deaf"));
  }

  @Test
  void doesNotRestartWhatItStopped() {
    supervisor.start(lasting("one"));
    supervisor.close();
    assertThat(events).noneMatch(Supervised.Died.class::isInstance);
    assertThatThrownBy(() -> supervisor.start(lasting("two"))).hasMessageContaining("closed");
  }

  @Test
  void movesAFullLogAside() throws IOException {
    Path log = folder.resolve("logs/one.log");
    Files.createDirectories(log.getParent());
    Files.write(log, new byte[(int) LogFile.FULL + 1]);
    supervisor.start(lasting("one"));
    assertThat(log.resolveSibling("one.log.1")).hasSize(LogFile.FULL + 1);
    assertThat(log).hasSize(0);
  }
}
