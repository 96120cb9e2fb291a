package kafedra.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.agent.health.MachineHealth;
import kafedra.contract.broker.BrokerAccess;
import kafedra.contract.broker.BrokerAccount;
import kafedra.contract.broker.EmbeddedBroker;
import kafedra.contract.config.SecretText;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Health;
import kafedra.contract.message.Reach;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SeatReport;
import kafedra.contract.message.SessionUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent, a broker and somebody who speaks as a kiosk does. */
class AgentProgramIT {
  private static final WorkstationId SEAT = new WorkstationId("pc-01");
  private static final KioskId KIOSK = new KioskId("kiosk-1");
  private static final SessionId ANNA = new SessionId("anna-1");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Health FIGURES = new Health(500, 100, 200, 300, 400, 5, 6, null);

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private FakeKiosk kiosk;
  private AgentProgram agent;

  @BeforeEach
  void start() {
    broker = brokerAt(0);
    kiosk = new FakeKiosk(broker.uri(), KIOSK.value(), "k-secret", SEAT);
    agent = agentAt(broker.uri());
    agent.start();
    await().atMost(SOON).until(() -> kiosk.isUp() && kiosk.report().isPresent());
  }

  @AfterEach
  void stop() {
    agent.close();
    kiosk.close();
    broker.close();
  }

  private static EmbeddedBroker brokerAt(int port) {
    return EmbeddedBroker.start(
        "127.0.0.1",
        port,
        BrokerAccess.of(
            List.of(
                BrokerAccount.ofAgent(SEAT, "a-secret"),
                BrokerAccount.ofSiteKiosk(KIOSK, "k-secret"))));
  }

  private AgentProgram agentAt(URI uri) {
    AgentConfig config =
        new AgentConfig(
            SEAT,
            uri,
            Optional.of(new SecretText("a-secret")),
            folder.resolve("data"),
            AgentConfig.DesktopKind.SIMULATED,
            1);
    return AgentMain.assemble(config, new FixedHealth());
  }

  @Test
  void opensReportsAndForgetsWhatIsSettled() {
    assertThat(kiosk.report()).contains(new SeatReport(ScreenState.LOCKED, null, 0, List.of()));

    kiosk.open(ANNA, Duration.ofMinutes(5));
    await().atMost(SOON).until(() -> reported(ScreenState.OPEN));
    assertThat(screen()).isEqualTo("OPEN");

    kiosk.lock(List.of());
    await().atMost(SOON).until(() -> reported(ScreenState.LOCKED));
    assertThat(screen()).isEqualTo("LOCKED");
    assertThat(kiosk.report().orElseThrow().uses())
        .extracting(SessionUse::session)
        .containsExactly(ANNA);

    kiosk.lock(List.of(ANNA));
    await().atMost(SOON).until(() -> kiosk.report().orElseThrow().uses().isEmpty());
  }

  @Test
  void repeatsItsReportAsAHeartbeat() {
    kiosk.forgetWhatWasHeard();
    await().atMost(Duration.ofSeconds(12)).until(() -> kiosk.report().isPresent());
  }

  @Test
  void reportsTheMachine() {
    await().atMost(SOON).until(() -> kiosk.health().isPresent());
    assertThat(kiosk.health().orElseThrow().health()).isEqualTo(FIGURES);
    assertThat(kiosk.health().orElseThrow().system()).isEqualTo("Fixed OS 1");
  }

  @Test
  void goesOnWithoutItsBrokerUpToTheEndAndTellsAfterwards() {
    Duration remaining = Duration.ofSeconds(4);
    kiosk.open(ANNA, remaining);
    await().atMost(SOON).until(() -> reported(ScreenState.OPEN));
    int port = broker.port();
    broker.close();
    kiosk.forgetWhatWasHeard();
    assertThat(screen()).isEqualTo("OPEN");

    await()
        .atLeast(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(10))
        .until(() -> screen().equals("LOCKED"));
    broker = brokerAt(port);
    await().atMost(Duration.ofSeconds(40)).until(() -> kiosk.report().isPresent());
    assertThat(kiosk.report().orElseThrow().uses())
        .singleElement()
        .satisfies(total -> assertThat(total.signedIn()).isEqualTo(remaining));
  }

  @Test
  void livesOnAfterPayloadsThatAreNoOrders() {
    kiosk.say("{\"v\":1,\"t\":\"seat-ord");
    kiosk.say("[]");
    kiosk.say("{\"v\":99,\"t\":\"seat-order\"}");
    kiosk.say("{\"v\":1,\"t\":\"agent-presence\",\"reach\":\"ONLINE\"}");
    kiosk.say("{\"v\":1,\"t\":\"seat-order\",\"kioskRun\":\"r\",\"number\":1}");
    kiosk.say(
        "{\"v\":1,\"t\":\"seat-order\",\"kioskRun\":\"r\",\"number\":2,\"settled\":[],"
            + "\"open\":{\"session\":\"x\",\"remaining\":-5,\"greeting\":\"\"}}");
    kiosk.say(new byte[200 * 1024]);
    kiosk.open(ANNA, Duration.ofMinutes(5));

    await().atMost(SOON).until(() -> reported(ScreenState.OPEN));
    assertThat(agent.rejected()).isEqualTo(7);
  }

  @Test
  void locksAndSaysGoodbyeWhenItIsStopped() {
    kiosk.open(ANNA, Duration.ofMinutes(5));
    await().atMost(SOON).until(() -> reported(ScreenState.OPEN));
    agent.close();

    assertThat(screen()).isEqualTo("LOCKED");
    await().atMost(SOON).until(() -> kiosk.presence().equals(Optional.of(Reach.OFFLINE)));
    assertThat(kiosk.report().orElseThrow().screen()).isEqualTo(ScreenState.LOCKED);
  }

  private boolean reported(ScreenState screen) {
    return kiosk.report().filter(report -> report.screen() == screen).isPresent();
  }

  private String screen() {
    try {
      return Files.readString(folder.resolve("data/screen")).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static final class FixedHealth implements MachineHealth {
    @Override
    public Optional<Health> latest() {
      return Optional.of(FIGURES);
    }

    @Override
    public String system() {
      return "Fixed OS 1";
    }
  }
}
