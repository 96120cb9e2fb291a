package kafedra.contract.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import kafedra.contract.broker.BrokerAccess;
import kafedra.contract.broker.BrokerAccount;
import kafedra.contract.broker.EmbeddedBroker;
import kafedra.contract.link.Link.Delivery;
import kafedra.contract.link.Link.Sent;
import org.junit.jupiter.api.Test;

class MqttLinkIT {
  private static final BrokerAccess ACCESS =
      BrokerAccess.of(
          List.of(
              new BrokerAccount("one", "s1", List.of("#"), List.of("#")),
              new BrokerAccount("two", "s2", List.of("#"), List.of("#"))));

  /** Notes what it is told, and stumbles over one word. */
  private static final class Notes implements LinkEvents {
    final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger ups = new AtomicInteger();
    final AtomicInteger downs = new AtomicInteger();

    @Override
    public void up() {
      ups.incrementAndGet();
    }

    @Override
    public void down(String why) {
      downs.incrementAndGet();
    }

    @Override
    public void received(List<Incoming> batch) {
      for (Incoming each : batch) {
        String text = new String(each.payload(), StandardCharsets.UTF_8);
        if (text.equals("stumble")) {
          throw new IllegalStateException("as asked");
        }
        messages.add(text);
      }
    }
  }

  private static MqttLink link(URI broker, String id, String secret, LinkEvents events) {
    MqttLink link =
        new MqttLink(
            new LinkSettings(
                broker, id, secret, List.of("talk/" + id), null, Duration.ofSeconds(5)),
            events);
    link.start();
    return link;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void comesBackWithItsSubscriptionsWhenTheBrokerRestarts() {
    Notes notes = new Notes();
    EmbeddedBroker first = EmbeddedBroker.start("127.0.0.1", 0, ACCESS);
    try (MqttLink one = link(first.uri(), "one", "s1", notes);
        MqttLink two = link(first.uri(), "two", "s2", new Notes())) {
      await().until(() -> one.isUp() && two.isUp());
      first.close();
      await().until(() -> notes.downs.get() == 1 && !one.isUp());
      assertThat(one.send("talk/two", bytes("lost"), Delivery.ASSURED)).isEqualTo(Sent.DOWN);
      EmbeddedBroker second = EmbeddedBroker.start("127.0.0.1", first.port(), ACCESS);
      await().atMost(Duration.ofSeconds(40)).until(() -> notes.ups.get() == 2 && two.isUp());
      two.send("talk/one", bytes("again"), Delivery.PLAIN);
      await().untilAsserted(() -> assertThat(notes.messages).containsExactly("again"));
      second.close();
    }
  }

  @Test
  void sendsMoreThanTheBrokerTakesAtOnce() {
    Notes notes = new Notes();
    try (EmbeddedBroker broker = EmbeddedBroker.start("127.0.0.1", 0, ACCESS);
        MqttLink one = link(broker.uri(), "one", "s1", notes);
        MqttLink two = link(broker.uri(), "two", "s2", new Notes())) {
      await().until(() -> one.isUp() && two.isUp());
      for (int i = 0; i < 2_000; i++) {
        assertThat(two.send("talk/one", bytes("word " + i), Delivery.ASSURED))
            .isEqualTo(Sent.TAKEN);
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> notes.messages.size() == 2_000);
      assertThat(notes.messages).startsWith("word 0", "word 1").endsWith("word 1999");
    }
  }

  @Test
  void leavesNoThreadBehind() {
    try (EmbeddedBroker broker = EmbeddedBroker.start("127.0.0.1", 0, ACCESS)) {
      for (int i = 0; i < 5; i++) {
        try (MqttLink one = link(broker.uri(), "one", "s1", new Notes())) {
          await().until(one::isUp);
        }
      }
    }
    await().untilAsserted(() -> assertThat(threadsOf("one")).isEmpty());
  }

  private static List<String> threadsOf(String client) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.endsWith("-" + client) || name.endsWith(": " + client))
        .toList();
  }

  @Test
  void startsBeforeItsBroker() {
    EmbeddedBroker gone = EmbeddedBroker.start("127.0.0.1", 0, ACCESS);
    gone.close();
    Notes notes = new Notes();
    try (MqttLink early = link(gone.uri(), "one", "s1", notes)) {
      assertThat(early.isUp()).isFalse();
      try (EmbeddedBroker late = EmbeddedBroker.start("127.0.0.1", gone.port(), ACCESS)) {
        await().atMost(Duration.ofSeconds(20)).until(early::isUp);
      }
    }
  }

  @Test
  void livesThroughAReceiverThatStumbles() {
    Notes notes = new Notes();
    try (EmbeddedBroker broker = EmbeddedBroker.start("127.0.0.1", 0, ACCESS);
        MqttLink one = link(broker.uri(), "one", "s1", notes);
        MqttLink two = link(broker.uri(), "two", "s2", new Notes())) {
      await().until(() -> one.isUp() && two.isUp());
      two.send("talk/one", bytes("before"), Delivery.ASSURED);
      await().until(() -> notes.messages.contains("before"));
      two.send("talk/one", bytes("stumble"), Delivery.ASSURED);
      two.send("talk/one", bytes("after"), Delivery.ASSURED);
      // «after» may have shared the batch that stumbled; what follows must come in any case
      await()
          .untilAsserted(() -> {
            two.send("talk/one", bytes("at last"), Delivery.ASSURED);
            assertThat(notes.messages).contains("at last");
          });
    }
  }

  @Test
  void countsWhatItsOwnerIsTooSlowFor() {
    CountDownLatch stuck = new CountDownLatch(1);
    LinkEvents slow =
        new LinkEvents() {
          @Override
          public void up() {}

          @Override
          public void down(String why) {}

          @Override
          public void received(List<Incoming> batch) {
            try {
              stuck.await();
            } catch (InterruptedException closing) {
              Thread.currentThread().interrupt();
            }
          }
        };
    try (EmbeddedBroker broker = EmbeddedBroker.start("127.0.0.1", 0, ACCESS);
        MqttLink one = link(broker.uri(), "one", "s1", slow);
        MqttLink two = link(broker.uri(), "two", "s2", new Notes())) {
      await().until(() -> one.isUp() && two.isUp());
      int wanted = MqttLink.INBOUND + MqttLink.BATCH + 100;
      for (int sent = 0; sent < wanted; ) {
        if (two.send("talk/one", bytes("x"), Delivery.PLAIN) == Sent.TAKEN) {
          sent++;
        }
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> one.dropped() > 0);
      stuck.countDown();
    }
  }
}
