package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.QueueState;
import kafedra.contract.message.Reach;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatState;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.TicketFate;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The queue as staff see it. */
class QueueIT {
  private static final String RANGE = "from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z";

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private SiteRecord waited(String lab, int stated, int waited) {
    return new SiteRecord.TicketClosed(
        office.clock.stamp(),
        new LabId(lab),
        office.clock.instant(),
        Duration.ofMinutes(stated),
        Duration.ofMinutes(waited),
        TicketFate.SEATED);
  }

  static QueueState queue(Instant at) {
    return new QueueState(
        at,
        3,
        List.of(
            new QueueState.Entry(
                new TicketId("t-1"),
                57,
                new PersonId("p1"),
                null,
                List.of(),
                at.minusSeconds(600),
                null,
                new WorkstationId("w3"),
                at.plusSeconds(120)),
            new QueueState.Entry(
                new TicketId("t-2"),
                18,
                new PersonId("p2"),
                new LabId("l1"),
                List.of(Feature.WEBCAM),
                at.minusSeconds(300),
                at.plusSeconds(720),
                null,
                null),
            new QueueState.Entry(
                new TicketId("t-3"),
                33,
                new PersonId("p3"),
                new LabId("l2"),
                List.of(),
                at,
                at,
                null,
                null)));
  }

  @Test
  void tellsHowFarTheEstimatesWereOff() {
    office.report(waited("l1", 12, 15), waited("l1", 10, 10), waited("l1", 10, 30));

    JsonNode reports = office.get("lib1", "/api/v1/queue-waits?" + RANGE).json();
    assertThat(reports.size()).isEqualTo(1);
    JsonNode error = reports.get(0).path("error");
    assertThat(error.path("count").asInt()).isEqualTo(3);
    assertThat(error.path("medianErrorMinutes").asDouble()).isEqualTo(3.0);
    assertThat(error.path("p90ErrorMinutes").asDouble()).isEqualTo(20.0);
    assertThat(error.path("withinFiveMinutes").asDouble()).isEqualTo(0.666);
    assertThat(
            office.get("cood", "/api/v1/queue-waits?" + RANGE).json().get(0).path("drawn").isNull())
        .as("three waits are too few to leave the school")
        .isTrue();
  }

  @Test
  void keepsAWaitOnceAndNoneOfAForeignLab() {
    office.report(waited("l1", 12, 15), waited("l3", 12, 15));

    assertThat(office.get("lib1", "/api/v1/queue-waits?" + RANGE).json().size()).isEqualTo(1);
    assertThat(office.get("lib2", "/api/v1/queue-waits?" + RANGE).json().size()).isZero();
  }

  @Test
  void showsTheLibrarianWhoWaitsForTheLabInTheOrderOfTheirTurns() {
    office.live.queue(TestDistrict.K1, queue(Office.NOW));

    JsonNode live = office.get("lib1", "/api/v1/labs/l1/live").json();
    assertThat(live.path("waiting").asInt()).isEqualTo(3);
    assertThat(live.path("queue").size()).as("the third waits for the other lab").isEqualTo(2);
    JsonNode called = live.path("queue").get(0);
    assertThat(called.path("held").path("label").asString()).isEqualTo("3");
    assertThat(called.path("person").path("name").asString()).isNotEqualTo("p1");
    assertThat(live.path("queue").get(1).path("number").asInt()).isEqualTo(18);
    assertThat(office.get("cood", "/api/v1/labs/l1/live").status()).isEqualTo(403);
  }

  @Test
  void passesOverAQueueThatIsOlderThanTheOneKnown() {
    office.live.queue(TestDistrict.K1, queue(Office.NOW));
    office.live.queue(TestDistrict.K1, new QueueState(Office.NOW.minusSeconds(9), 0, List.of()));
    assertThat(office.live.queue(TestDistrict.K1).orElseThrow().waiting()).isEqualTo(3);
  }

  @Test
  void hasTheKioskDoWhatTheLibrarianAsksAndNotesIt() {
    Map<String, String> seat = Map.of("workstation", "w3");
    for (Office.Answer answer :
        List.of(
            office.call("lib1", "POST", "/api/v1/labs/l1/queue/next", seat),
            office.call("lib1", "POST", "/api/v1/labs/l1/queue/t-2/to-end", null),
            office.call("lib1", "POST", "/api/v1/labs/l1/queue/t-2/remove", null))) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(202);
      assertThat(answer.json().path("state").asString()).isEqualTo("DONE");
      String id = answer.json().path("id").asString();
      assertThat(office.get("lib1", "/api/v1/commands/" + id).json().path("state").asString())
          .isEqualTo("DONE");
    }
    Office.Answer foreign =
        office.call("lib1", "POST", "/api/v1/labs/l1/queue/next", Map.of("workstation", "u1"));
    assertThat(foreign.code()).isEqualTo("unknown-seat");
    assertThat(audited())
        .containsExactly("queue-next-asked", "queue-to-end-asked", "queue-removal-asked");
  }

  private List<String> audited() {
    return office.district.readers.read(connection -> {
      try (var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "SELECT action FROM audit WHERE action LIKE 'queue%'" + " ORDER BY rowid")) {
        List<String> actions = new java.util.ArrayList<>();
        while (rows.next()) {
          actions.add(rows.getString(1));
        }
        return actions;
      }
    });
  }

  @Test
  void showsNobodysNeedInTheRoom() {
    Map<String, List<String>> needs = Map.of("needs", List.of("PRIORITY"));
    assertThat(office.call("lib1", "PUT", "/api/v1/people/p2/needs", needs).status())
        .isEqualTo(200);
    office.live.queue(TestDistrict.K1, queue(Office.NOW));

    assertThat(office.get("lib1", "/api/v1/labs/l1/live").text())
        .contains("\"p2\"")
        .doesNotContain("PRIORITY", "SHORTER_WAIT");
  }

  @Test
  void findsTheNextFreeSeatInAnySchool() {
    office.live.presence(TestDistrict.K1, Reach.ONLINE);
    office.sitDown("session-1", "w1", "p2", null);
    free("u1");
    free("u2");
    free("w4");

    JsonNode places = office.get("lib1", "/api/v1/next-free-seats").json();
    assertThat(places.size()).isEqualTo(2);
    assertThat(places.get(0).path("school").asString()).isEqualTo("s1");
    assertThat(places.get(0).path("seats").asInt()).isEqualTo(1);
    assertThat(places.get(1).path("school").asString()).isEqualTo("s2");
    assertThat(places.get(1).path("seats").asInt()).isEqualTo(2);

    JsonNode webcams = office.get("lib2", "/api/v1/next-free-seats?features=WEBCAM").json();
    assertThat(webcams.size()).isEqualTo(1);
    assertThat(webcams.get(0).path("at").asString())
        .as("when the session on the seat with a webcam ends")
        .isEqualTo("2026-11-23T04:30:00Z");
    assertThat(webcams.toString()).doesNotContain("p2");
    assertThat(office.get("lib1", "/api/v1/next-free-seats?features=SOFA").status()).isEqualTo(400);
  }

  private void free(String seat) {
    office.live.seat(
        TestDistrict.K1,
        new SeatState(Office.NOW, new WorkstationId(seat), SeatCondition.FREE, null));
  }
}
