package kafedra.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kafedra.contract.broker.BrokerAccess;
import kafedra.contract.broker.BrokerAccount;
import kafedra.contract.broker.EmbeddedBroker;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Reach;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SessionUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own, killed with SIGKILL. */
@EnabledOnOs(OS.LINUX)
class KilledAgentIT {
  private static final WorkstationId SEAT = new WorkstationId("pc-01");
  private static final KioskId KIOSK = new KioskId("kiosk-1");
  private static final SessionId ANNA = new SessionId("anna-1");
  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();
  private EmbeddedBroker broker;
  private FakeKiosk kiosk;

  @BeforeEach
  void start() {
    broker =
        EmbeddedBroker.start(
            "127.0.0.1",
            0,
            BrokerAccess.of(
                List.of(
                    BrokerAccount.ofAgent(SEAT, "a-secret"),
                    BrokerAccount.ofSiteKiosk(KIOSK, "k-secret"))));
    kiosk = new FakeKiosk(broker.uri(), KIOSK.value(), "k-secret", SEAT);
    await().atMost(SOON).until(kiosk::isUp);
  }

  @AfterEach
  void stop() {
    started.forEach(Process::destroyForcibly);
    kiosk.close();
    broker.close();
  }

  @Test
  void countsEverySecondOfASessionThroughAKill() throws IOException, InterruptedException {
    Duration remaining = Duration.ofSeconds(15);
    Process agent = startAgent();
    await().atMost(SOON).until(() -> kiosk.report().isPresent());
    kiosk.open(ANNA, remaining);
    await().atMost(SOON).until(() -> reported(ScreenState.OPEN));

    kill(agent);
    await().atMost(SOON).until(() -> kiosk.presence().equals(Optional.of(Reach.OFFLINE)));
    assertThat(Files.readString(folder.resolve("data/screen"))).isEqualTo("OPEN\n");
    kiosk.forgetWhatWasHeard();

    startAgent();
    await().atMost(SOON).until(() -> kiosk.report().isPresent());
    assertThat(kiosk.report().orElseThrow().session()).isEqualTo(ANNA);

    await().atMost(SOON).until(() -> reported(ScreenState.LOCKED));
    assertThat(kiosk.report().orElseThrow().uses())
        .singleElement()
        .satisfies(total -> {
          assertThat(total.signedIn()).isEqualTo(remaining);
          assertThat(total.active()).isLessThanOrEqualTo(remaining);
        });
  }

  @Test
  void keepsAnEndedSessionUntilItIsSettledThroughAKill() throws IOException, InterruptedException {
    Process agent = startAgent();
    await().atMost(SOON).until(() -> kiosk.report().isPresent());
    kiosk.open(ANNA, Duration.ofMinutes(5));
    await().atMost(SOON).until(() -> reported(ScreenState.OPEN));
    kiosk.lock(List.of());
    await().atMost(SOON).until(() -> reported(ScreenState.LOCKED));
    SessionUse before = kiosk.report().orElseThrow().uses().getFirst();

    kill(agent);
    kiosk.forgetWhatWasHeard();
    startAgent();
    await().atMost(SOON).until(() -> kiosk.report().isPresent());
    assertThat(kiosk.report().orElseThrow().uses()).containsExactly(before);

    kiosk.lock(List.of(ANNA));
    await().atMost(SOON).until(() -> kiosk.report().orElseThrow().uses().isEmpty());
  }

  @Test
  void saysWhatIsWrongWithItsSettingsAndEnds() throws IOException, InterruptedException {
    Process agent = start(List.of("--workstaton=pc-01", "--data=" + folder));
    assertThat(agent.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(agent.exitValue()).isEqualTo(2);
    assertThat(new String(agent.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("broker is missing", "Maybe workstation?");
  }

  private boolean reported(ScreenState screen) {
    return kiosk.report().filter(report -> report.screen() == screen).isPresent();
  }

  private Process startAgent() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "a-secret");
    return start(
        List.of(
            "--workstation=" + SEAT,
            "--broker=" + broker.uri(),
            "--secret-file=" + secret,
            "--data=" + folder.resolve("data"),
            "--desktop=simulated"));
  }

  private Process start(List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AgentMain.class.getName()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  /** SIGKILL, and gone for sure. */
  private static void kill(Process agent) throws InterruptedException {
    agent.destroyForcibly();
    assertThat(agent.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }
}
