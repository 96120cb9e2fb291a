package kafedra.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.Link.Delivery;
import kafedra.contract.message.RefusedDemand;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.BookingStatus;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatState;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import kafedra.contract.time.TimeSlot;
import kafedra.contract.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One controller with its own broker, and a kiosk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControllerIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");
  private final Stamp now =
      new Stamp(InstantSource.system().instant(), Duration.ofMinutes(1), ClockTrust.TRUSTED);

  private Path folder;
  private RunningController controller;
  private FakeKiosk kiosk;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    RunningController.prepare(folder);
    controller = RunningController.start(RunningController.arguments(folder, 0));
    controller.signIn();
    kiosk = new FakeKiosk(controller.program.broker(), "k1", folder);
    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> kiosk.have.number() > 0 && kiosk.have.equals(kiosk.head));
  }

  @AfterAll
  void stop() {
    kiosk.close();
    controller.close();
  }

  private TimeSlot tomorrowAt(int hour) {
    ZonedDateTime start = now.wall().atZone(ZONE).plusDays(1).truncatedTo(ChronoUnit.DAYS);
    return TimeSlot.of(start.plusHours(hour).toInstant(), Duration.ofMinutes(45));
  }

  private String book(String id, String holder, int count, TimeSlot slot)
      throws IOException, InterruptedException {
    var answer =
        controller.send(
            "PUT",
            "/bookings/" + id,
            """
            {"lab": "l1", %s, "count": %d, "start": "%s", "end": "%s", "purpose": "LESSON"}
            """
                .formatted(holder, count, slot.start(), slot.end()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.body();
  }

  @Test
  void givesAKioskAllThatItNeeds() {
    assertThat(kiosk.replica)
        .containsKeys("site", "lab/l1", "lab/l2", "seat/w1", "seat/v4", "rules", "bell/1/1")
        .containsKeys("person/p1", "person/p50")
        .doesNotContainKeys("seat/u1", "person/q2");
  }

  @Test
  void aBookingIsKnownAtTheSiteWithinASecond() throws Exception {
    String made = book("b-soon", "\"person\": \"p1\"", 1, tomorrowAt(9));
    assertThat(made).contains("\"siteKnows\":false");
    await().atMost(3, TimeUnit.SECONDS).until(() -> kiosk.replica.containsKey("booking/b-soon"));
    TimeSlot day = TimeSlot.of(tomorrowAt(0).start(), Duration.ofDays(1));
    await()
        .atMost(3, TimeUnit.SECONDS)
        .untilAsserted(() ->
            assertThat(
                    controller
                        .get("/labs/l1/bookings?from=" + day.start() + "&to=" + day.end())
                        .body())
                .contains("b-soon")
                .contains("\"siteKnows\":true"));
  }

  @Test
  void aGuestOfTheGroupBecomesKnownAndACancelledBookingGoes() throws Exception {
    String _ = book("b-group", "\"group\": \"g1\"", 8, tomorrowAt(11));
    await()
        .atMost(5, TimeUnit.SECONDS)
        .until(() ->
            kiosk.replica.containsKey("booking/b-group") && kiosk.replica.containsKey("person/q1"));
    controller.send("DELETE", "/bookings/b-group?version=1", "");
    await()
        .atMost(5, TimeUnit.SECONDS)
        .until(() ->
            !kiosk.replica.containsKey("booking/b-group")
                && !kiosk.replica.containsKey("person/q1"));
  }

  @Test
  void aRequestFromTheKioskIsAnsweredThroughTheReplica() {
    kiosk.record(
        new SiteRecord.BookingRequested(
            now, new BookingId("r-1"), new PersonId("p30"), null, tomorrowAt(14)));
    kiosk.record(
        new SiteRecord.BookingRequested(
            now, new BookingId("r-2"), new PersonId("p30"), null, tomorrowAt(14)));
    await()
        .atMost(5, TimeUnit.SECONDS)
        .untilAsserted(() -> {
          assertThat(kiosk.replica.get("booking/r-1"))
              .isInstanceOfSatisfying(
                  ReplicaItem.Booking.class,
                  it -> assertThat(it.status()).isEqualTo(BookingStatus.CONFIRMED));
          assertThat(kiosk.replica.get("booking/r-2"))
              .isInstanceOfSatisfying(
                  ReplicaItem.Booking.class,
                  it -> assertThat(it.status()).isEqualTo(BookingStatus.REFUSED));
        });
    await().atMost(5, TimeUnit.SECONDS).until(() -> kiosk.unsent() == 0);
  }

  @Test
  void theLiveRoomShowsWhoSitsWhereAndACommandIsAnswered() throws Exception {
    SessionId session = new SessionId("s-live");
    Instant end = now.wall().plus(Duration.ofMinutes(30));
    kiosk.record(
        new SiteRecord.SessionStarted(
            now,
            session,
            new WorkstationId("w7"),
            new PersonId("p7"),
            null,
            SignInMethod.CARD,
            end));
    SeatState.Occupant occupant = new SeatState.Occupant(session, new PersonId("p7"), end);
    WorkstationId seat = new WorkstationId("w7");
    kiosk.link.send(
        Topics.seatState(kiosk.id, seat),
        new MessageCodec().encode(new SeatState(now.wall(), seat, SeatCondition.IN_USE, occupant)),
        Delivery.RETAINED);
    await()
        .atMost(5, TimeUnit.SECONDS)
        .untilAsserted(() ->
            assertThat(controller.get("/labs/l1/live").body())
                .contains("\"id\":\"s-live\"")
                .contains("IN_USE")
                .contains("\"reach\":\"ONLINE\"")
                .contains("\"start\":\"" + now.wall().toString().substring(0, 19)));

    var answer = controller.send("POST", "/sessions/s-live/end", "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.body()).contains("REFUSED").contains("session-over");
    assertThat(kiosk.commands).isNotEmpty();
  }

  @Test
  void anUnmodifiedThirdPartyClientSpeaksWithTheController() throws Exception {
    String ack =
        mosquitto(
            "kafedra/up/k2/records",
            "kafedra/down/k2/ack",
            """
            {"v":1,"t":"record-batch","stream":"k2.0000cafe","oldest":1,"first":1,"records":[\
            {"t":"demand-refused","at":[1795300000000,5000,1],"reason":"NO_FREE_SEAT"}]}\
            """);
    assertThat(ack).contains("\"t\":\"record-ack\"").contains("\"upTo\":1");
    String piece =
        mosquitto(
            "kafedra/up/k2/sync",
            "kafedra/down/k2/changes",
            "{\"v\":1,\"t\":\"sync-request\",\"have\":{\"epoch\":\"none\",\"number\":0}}");
    assertThat(piece).contains("\"t\":\"sync-changes\"").contains("seat").contains("u1");
  }

  /** Publishes one message as kiosk {@code k2} and returns the answer. */
  private String mosquitto(String topic, String answers, String message)
      throws IOException, InterruptedException {
    Process client =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of("mosquitto_rr", "-V", "5", "-h", "127.0.0.1", "-p"),
                        Stream.of(
                            String.valueOf(controller.program.broker().getPort()),
                            "-i",
                            "k2",
                            "-u",
                            "k2",
                            "-P",
                            TestDistrict.SECRET,
                            "-W",
                            "10",
                            "-t",
                            topic,
                            "-e",
                            answers,
                            "-m",
                            message))
                    .toList())
            .redirectErrorStream(true)
            .start();
    String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(client.waitFor(15, TimeUnit.SECONDS)).isTrue();
    return answer;
  }

  @Test
  void whatCannotBeReadIsSetAsideAndTheRestGoesOn() throws Exception {
    byte[] oversized = new byte[MessageCodec.MAX_PAYLOAD + 1];
    List<byte[]> rubbish =
        List.of(
            "{\"v\":1,\"t\":\"record-ba".getBytes(StandardCharsets.UTF_8),
            oversized,
            "{\"v\":9,\"t\":\"presence\"}".getBytes(StandardCharsets.UTF_8),
            "{\"v\":1,\"t\":\"coffee\"}".getBytes(StandardCharsets.UTF_8),
            "{\"v\":1,\"t\":\"record-batch\",\"stream\":\"k9.0000cafe\",\"oldest\":1,\"first\":1,\"records\":[]}"
                .getBytes(StandardCharsets.UTF_8));
    for (byte[] each : rubbish) {
      kiosk.link.send(Topics.records(kiosk.id), each, Delivery.ASSURED);
    }
    kiosk.record(new SiteRecord.DemandRefused(now, RefusedDemand.NO_FREE_SEAT));
    await()
        .atMost(10, TimeUnit.SECONDS)
        .untilAsserted(() ->
            assertThat(controller.get("/intake").body())
                .contains("\"TORN\":1")
                .contains("\"OVERSIZED\":1")
                .contains("\"UNKNOWN_VERSION\":1")
                .contains("\"UNKNOWN_TYPE\":1")
                .contains("\"FOREIGN_STREAM\":1"));
    await().atMost(5, TimeUnit.SECONDS).until(() -> kiosk.unsent() == 0);
  }

  @Test
  void aSecondControllerOnTheSameDataSaysSo() {
    assertThatThrownBy(() -> RunningController.start(RunningController.arguments(folder, 0)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("in use by another program");
  }
}
