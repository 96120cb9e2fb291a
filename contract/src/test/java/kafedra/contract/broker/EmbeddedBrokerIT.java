package kafedra.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.Link.Delivery;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.LinkSettings.PresenceNotice;
import kafedra.contract.link.MqttLink;
import kafedra.contract.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerIT {
  private static final KioskId HERE = new KioskId("k-here");
  private static final KioskId THERE = new KioskId("k-there");
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker =
        EmbeddedBroker.start(
            "127.0.0.1",
            0,
            BrokerAccess.of(
                List.of(
                    BrokerAccount.ofKiosk(HERE, "secret-here"),
                    BrokerAccount.ofKiosk(THERE, "secret-there"),
                    BrokerAccount.ofController("controller", "secret-centre"),
                    BrokerAccount.ofAgent(new WorkstationId("w-1"), "secret-w"))));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  /** What a client hears. */
  private static final class Heard implements LinkEvents {
    final List<String> messages = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void up() {}

    @Override
    public void down(String why) {}

    @Override
    public void received(List<Incoming> batch) {
      batch.forEach(each ->
          messages.add(each.topic() + " " + new String(each.payload(), StandardCharsets.UTF_8)));
    }
  }

  private static MqttLink connect(
      String id,
      @Nullable String secret,
      Heard heard,
      List<String> filters,
      @Nullable PresenceNotice presence) {
    MqttLink link =
        new MqttLink(
            new LinkSettings(broker.uri(), id, secret, filters, presence, Duration.ofSeconds(2)),
            heard);
    link.start();
    return link;
  }

  private static MqttLink controller(Heard heard) {
    MqttLink link =
        connect("controller", "secret-centre", heard, List.of(Topics.FROM_ALL_KIOSKS), null);
    await().until(link::isUp);
    return link;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void carriesMessagesBothWays() {
    Heard up = new Heard();
    Heard down = new Heard();
    try (MqttLink centre = controller(up);
        MqttLink kiosk =
            connect(HERE.value(), "secret-here", down, List.of(Topics.allFor(HERE)), null)) {
      await().until(kiosk::isUp);
      kiosk.send(Topics.records(HERE), bytes("one"), Delivery.PLAIN);
      centre.send(Topics.ack(HERE), bytes("two"), Delivery.ASSURED);
      await()
          .untilAsserted(() -> assertThat(up.messages).contains("kafedra/up/k-here/records one"));
      await()
          .untilAsserted(() -> assertThat(down.messages).contains("kafedra/down/k-here/ack two"));
    }
  }

  @Test
  void keepsTheRetainedStateForWhoeverComesLater() {
    Heard up = new Heard();
    try (MqttLink kiosk =
        connect(HERE.value(), "secret-here", new Heard(), List.of(Topics.allFor(HERE)), null)) {
      await().until(kiosk::isUp);
      kiosk.send(Topics.kioskState(HERE), bytes("old"), Delivery.RETAINED);
      kiosk.send(Topics.kioskState(HERE), bytes("newest"), Delivery.RETAINED);
      try (MqttLink centre = controller(up)) {
        await()
            .untilAsserted(
                () -> assertThat(up.messages).contains("kafedra/up/k-here/state newest"));
        assertThat(up.messages).doesNotContain("kafedra/up/k-here/state old");
      }
    }
  }

  @Test
  void leavesTheLastWillOfAClientThatIsCutOff() throws Exception {
    Heard up = new Heard();
    PresenceNotice presence =
        new PresenceNotice(Topics.presence(HERE), bytes("online"), bytes("offline"));
    try (MqttLink centre = controller(up);
        Cut cut = new Cut(broker.port())) {
      LinkSettings throughCut =
          new LinkSettings(
              URI.create("tcp://127.0.0.1:" + cut.port()),
              HERE.value(),
              "secret-here",
              List.of(Topics.allFor(HERE)),
              presence,
              Duration.ofSeconds(1));
      try (MqttLink kiosk = new MqttLink(throughCut, new Heard())) {
        kiosk.start();
        await()
            .untilAsserted(
                () -> assertThat(up.messages).endsWith("kafedra/up/k-here/presence online"));
        cut.now();
        await()
            .untilAsserted(
                () -> assertThat(up.messages).endsWith("kafedra/up/k-here/presence offline"));
      }
    }
  }

  @Test
  void refusesAWrongSecretAndAMissingOne() {
    try (MqttLink wrong = connect(HERE.value(), "guess", new Heard(), List.of(), null);
        MqttLink none = connect("nobody", null, new Heard(), List.of(), null)) {
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(4))
          .until(() -> !wrong.isUp() && !none.isUp());
    }
  }

  @Test
  void refusesASubscriptionToWhatIsMeantForAnother() {
    try (MqttLink curious =
            connect(HERE.value(), "secret-here", new Heard(), List.of(Topics.allFor(THERE)), null);
        MqttLink greedy =
            connect(THERE.value(), "secret-there", new Heard(), List.of("kafedra/#"), null)) {
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(4))
          .until(() -> !curious.isUp() && !greedy.isUp());
    }
  }

  @Test
  void doesNotCarryWhatIsPublishedInAnothersName() {
    Heard up = new Heard();
    try (MqttLink centre = controller(up);
        MqttLink liar =
            connect(HERE.value(), "secret-here", new Heard(), List.of(Topics.allFor(HERE)), null);
        MqttLink honest =
            connect(
                THERE.value(), "secret-there", new Heard(), List.of(Topics.allFor(THERE)), null)) {
      await().until(() -> liar.isUp() && honest.isUp());
      liar.send(Topics.records(THERE), bytes("forged"), Delivery.ASSURED);
      honest.send(Topics.records(THERE), bytes("true"), Delivery.ASSURED);
      await()
          .untilAsserted(() -> assertThat(up.messages).contains("kafedra/up/k-there/records true"));
      assertThat(up.messages).noneMatch(message -> message.contains("forged"));
    }
  }

  @Test
  void saysThatAPortIsTaken() {
    assertThatThrownBy(
            () -> EmbeddedBroker.start("127.0.0.1", broker.port(), BrokerAccess.of(List.of())))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining(String.valueOf(broker.port()))
        .hasMessageContaining("taken");
  }
}
