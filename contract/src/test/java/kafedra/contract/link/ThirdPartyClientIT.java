package kafedra.contract.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kafedra.contract.broker.BrokerAccess;
import kafedra.contract.broker.BrokerAccount;
import kafedra.contract.broker.EmbeddedBroker;
import kafedra.contract.codec.Decoded;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.Link.Delivery;
import kafedra.contract.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Our messages are plain MQTT 5 and JSON: Debian's mosquitto_pub and mosquitto_sub send and read
 * them.
 */
class ThirdPartyClientIT {
  private static final WorkstationId SEAT = new WorkstationId("w-bor-7");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/v1");

  private final MessageCodec codec = new MessageCodec();
  private final List<Decoded> heard = new CopyOnWriteArrayList<>();
  private EmbeddedBroker broker;
  private MqttLink kiosk;

  @BeforeEach
  void connect() {
    broker =
        EmbeddedBroker.start(
            "127.0.0.1",
            0,
            BrokerAccess.of(
                List.of(
                    BrokerAccount.ofAgent(SEAT, "agent-secret"),
                    new BrokerAccount("kiosk", "secret", List.of("#"), List.of("#")))));
    kiosk =
        new MqttLink(
            new LinkSettings(
                broker.uri(),
                "kiosk",
                "secret",
                List.of(Topics.ALL_SEAT_REPORTS),
                null,
                Duration.ofSeconds(5)),
            new LinkEvents() {
              @Override
              public void up() {}

              @Override
              public void down(String why) {}

              @Override
              public void received(List<Incoming> batch) {
                batch.forEach(each -> heard.add(codec.decode(each.payload())));
              }
            });
    kiosk.start();
    await().until(kiosk::isUp);
  }

  @AfterEach
  void disconnect() {
    kiosk.close();
    broker.close();
  }

  private Process client(String program, String... arguments) throws IOException {
    Stream<String> account =
        Stream.of(
            "-V",
            "5",
            "-h",
            "127.0.0.1",
            "-p",
            String.valueOf(broker.port()),
            "-i",
            SEAT.value(),
            "-u",
            SEAT.value(),
            "-P",
            "agent-secret");
    return new ProcessBuilder(
            Stream.of(Stream.of(program), account, Arrays.stream(arguments))
                .flatMap(part -> part)
                .toList())
        .start();
  }

  @Test
  void readsWhatMosquittoPubPublishes() throws Exception {
    Path report = GOLDEN.resolve("seat-report-open.json");
    Process publisher =
        client("mosquitto_pub", "-q", "1", "-t", Topics.seatReport(SEAT), "-f", report.toString());
    assertThat(publisher.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(publisher.exitValue()).isZero();
    await()
        .untilAsserted(
            () -> assertThat(heard).containsExactly(codec.decode(Files.readAllBytes(report))));
    assertThat(heard.getFirst()).isInstanceOf(Decoded.Read.class);
  }

  @Test
  void isReadByMosquittoSub() throws Exception {
    byte[] order = Files.readAllBytes(GOLDEN.resolve("seat-order-open.json"));
    Process subscriber =
        client("mosquitto_sub", "-C", "1", "-W", "10", "-t", Topics.seatOrder(SEAT));
    try (BufferedReader lines = subscriber.inputReader(StandardCharsets.UTF_8)) {
      // repeated as a kiosk repeats it: nobody knows when the other has subscribed
      while (subscriber.isAlive()) {
        kiosk.send(Topics.seatOrder(SEAT), order, Delivery.PLAIN);
        var _ = subscriber.waitFor(100, TimeUnit.MILLISECONDS);
      }
      assertThat(lines.readLine()).isEqualTo(new String(order, StandardCharsets.UTF_8).strip());
    }
  }
}
