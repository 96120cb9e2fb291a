package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.CallId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.FaultKind;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.StaffAct;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who calls, and what is broken, as staff see it. */
class SeatCareIT {
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

  static HelpCalls calls(Instant at) {
    return new HelpCalls(
        at,
        List.of(
            new HelpCalls.Call(
                new CallId("h-1"), at, new WorkstationId("w1"), new PersonId("p1"), null),
            new HelpCalls.Call(new CallId("h-2"), at, null, null, at.plusSeconds(5))));
  }

  private void report(String seat, FaultKind kind) {
    office.report(
        new SiteRecord.FaultReported(office.clock.stamp(), new WorkstationId(seat), kind));
  }

  private JsonNode live() {
    return office.get("lib1", "/api/v1/labs/l1/live").json();
  }

  private JsonNode seat(String id) {
    return live()
        .path("seats")
        .valueStream()
        .filter(it -> it.path("workstation").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsTheLibrarianWhoCallsAndWhere() {
    office.live.help(TestDistrict.K1, calls(Office.NOW));

    JsonNode first = live().path("calls").get(0);
    assertThat(first.path("label").asString()).isEqualTo("1");
    assertThat(first.path("person").path("name").asString()).isNotEmpty();
    assertThat(first.path("answered").isNull()).isTrue();
    assertThat(live().path("calls").get(1).path("person").isNull()).isTrue();

    office.live.help(TestDistrict.K1, new HelpCalls(Office.NOW.minusSeconds(9), List.of()));
    assertThat(live().path("calls").size()).as("an older word").isEqualTo(2);
  }

  @Test
  void anAnswerGoesToTheKioskAsACommand() {
    Office.Answer answer = office.call("lib1", "POST", "/api/v1/labs/l1/calls/h-1/answer", null);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("state").asString()).isEqualTo("DONE");
  }

  @Test
  void showsWhatIsBrokenUntilSomebodyLookedAtIt() {
    report("w2", FaultKind.MOUSE);
    report("w2", FaultKind.MOUSE);
    report("w2", FaultKind.SOUND);

    assertThat(seat("w2").path("faults").size()).isEqualTo(2);
    assertThat(seat("w2").path("faults").get(0).path("kind").asString()).isEqualTo("MOUSE");
    assertThat(seat("w2").path("faults").get(0).path("times").asInt()).isEqualTo(2);
    assertThat(office.get("sys1", "/api/v1/devices").text())
        .contains("reported-mouse", "reported-sound");

    Office.Answer fixed = office.call("sys1", "POST", "/api/v1/workstations/w2/fixed", null);
    assertThat(fixed.json().path("closed").asInt()).isEqualTo(3);
    assertThat(seat("w2").path("faults").size()).isZero();
    assertThat(office.get("sys1", "/api/v1/devices").text()).doesNotContain("reported-");
  }

  @Test
  void aSeatOfAnotherBuildingIsNotBelieved() {
    report("u1", FaultKind.MOUSE);

    assertThat(district().faults.open()).isEmpty();
    assertThat(district().number("SELECT count(*) FROM set_aside")).isEqualTo(1);
  }

  private TestDistrict district() {
    return office.district;
  }

  @Test
  void takesASeatOutOfServiceAndPutsItBack() {
    String path = "/api/v1/workstations/w3/service";
    office.call("lib1", "PUT", path, Map.of("service", "OUT_OF_SERVICE"));
    assertThat(service()).isEqualTo(Service.OUT_OF_SERVICE);
    assertThat(seat("w3").path("service").asString()).isEqualTo("OUT_OF_SERVICE");

    office.call("sys1", "PUT", path, Map.of("service", "IN_SERVICE"));
    assertThat(service()).isEqualTo(Service.IN_SERVICE);
    assertThat(office.call("lib1", "PUT", path, Map.of("service", "BROKEN")).status())
        .isEqualTo(422);
    assertThat(office.call("lib2", "PUT", path, Map.of("service", "IN_SERVICE")).status())
        .isEqualTo(404);
  }

  @Test
  void makesTrueAndAuditsWhatStaffDidAtTheKiosk() {
    PersonId staff = new PersonId("p40");
    office.report(
        new SiteRecord.StaffActed(
            office.clock.stamp(),
            staff,
            StaffAct.CLOSED_SEAT,
            new WorkstationId("w3"),
            null,
            null));
    office.report(
        new SiteRecord.StaffActed(
            office.clock.stamp(),
            staff,
            StaffAct.REGISTERED_CARD,
            null,
            new PersonId("p5"),
            "04 c0ffee"));

    assertThat(district().number("SELECT count(*) FROM workstation WHERE service <> 'IN_SERVICE'"))
        .isEqualTo(1);
    assertThat(
            district()
                .number("SELECT count(*) FROM card WHERE number = '04C0FFEE' AND person_id = 'p5'"))
        .isEqualTo(1);
    assertThat(
            district()
                .number("SELECT count(*) FROM audit WHERE actor = 'kiosk:k1' AND subject = 'p40'"))
        .isEqualTo(2);
    assertThat(district().number("SELECT count(*) FROM audit WHERE detail LIKE '%FFEE%'")).isZero();
  }

  @Test
  void aCardThatIsSomebodysStaysTheirs() {
    Map<String, Object> credentials = Map.of("cards", List.of("04c0ffee"));
    office.call("lib1", "PUT", "/api/v1/people/p1/credentials", credentials);
    office.report(
        new SiteRecord.StaffActed(
            office.clock.stamp(),
            new PersonId("p40"),
            StaffAct.REGISTERED_CARD,
            null,
            new PersonId("p5"),
            "04c0ffee"));

    assertThat(
            district()
                .number("SELECT count(*) FROM card WHERE number = '04C0FFEE' AND person_id = 'p1'"))
        .isEqualTo(1);
    assertThat(
            district()
                .number("SELECT count(*) FROM audit WHERE detail LIKE '%somebody''s already%'"))
        .isEqualTo(1);
  }

  @Test
  void sumsWhatPeopleAnswered() {
    for (int i = 0; i < 2; i++) {
      LocalDate last = LocalDate.of(2026, 11, 20 + i);
      office.report(
          new SiteRecord.MoodsCounted(
              office.clock.stamp(), LocalDate.of(2026, 11, 20), last, 3, 1, 2));
    }
    JsonNode both = office.get("lib1", "/api/v1/moods?from=2026-11-01&to=2026-12-01").json();
    JsonNode one = office.get("lib1", "/api/v1/moods?from=2026-11-21&to=2026-12-01").json();

    assertThat(both.path("good").asInt()).isEqualTo(6);
    assertThat(both.path("bad").asInt()).isEqualTo(4);
    assertThat(one.path("soSo").asInt()).isEqualTo(1);
  }

  private Service service() {
    return district()
        .roster
        .premises()
        .workstation(new WorkstationId("w3"))
        .orElseThrow()
        .service();
  }
}
