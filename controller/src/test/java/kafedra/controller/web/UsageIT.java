package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SiteRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From what kiosks record to what a coordinator reads. */
class UsageIT {
  private static final String DAY = "/api/v1/usage?from=2026-11-23&to=2026-11-24&by=";

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

  private void use(String session, String seat, String person, int minutes) {
    office.sitDown(session, seat, person, null);
    office.report(
        new SiteRecord.SessionEnded(
            office.clock.stamp(),
            new SessionId(session),
            EndReason.SIGNED_OUT,
            Duration.ofMinutes(minutes),
            Duration.ofMinutes(minutes / 2)));
  }

  private JsonNode total(String login, String by) {
    return office.get(login, DAY + by).json().path("total");
  }

  @Test
  void growsByWhatWasUsed() {
    JsonNode before = total("cood", "day");
    use("session-1", "w1", "p1", 30);
    JsonNode after = total("cood", "day");

    assertThat(before.path("signedInHours").asDouble()).isZero();
    assertThat(after.path("signedInHours").asDouble()).isEqualTo(0.5);
    assertThat(after.path("activeHours").asDouble()).isEqualTo(0.25);
    assertThat(after.path("sessions").asInt()).isEqualTo(1);
    assertThat(after.path("people").isNull()).isTrue();
  }

  @Test
  void takesSeatsOutOfServiceFromTheHoursAvailable() {
    office.clock.pass(Duration.ofHours(12));
    double before = total("cood", "school").path("availableHours").asDouble();
    office.clock.pass(Duration.ofHours(-10));
    office.report(
        new SiteRecord.SeatChanged(
            office.clock.stamp(), new WorkstationId("w1"), SeatCondition.OUT_OF_SERVICE));
    office.clock.pass(Duration.ofHours(3));
    office.report(
        new SiteRecord.SeatChanged(
            office.clock.stamp(), new WorkstationId("w1"), SeatCondition.FREE));
    office.clock.pass(Duration.ofHours(7));

    double after = total("cood", "school").path("availableHours").asDouble();

    // 18 seats for the 12 hours from 8 to 20
    assertThat(before).isEqualTo(216.0);
    assertThat(after).isEqualTo(213.0);
  }

  @Test
  void showsGroupsOfFewPeopleOnlyToTheirSchool() {
    use("session-1", "w1", "p1", 30);

    JsonNode own = office.get("coo1", DAY + "group").json();
    JsonNode stranger = office.get("cood", DAY + "group").json();

    assertThat(own.path("rows").get(0).path("label").asString()).isEqualTo("7А");
    assertThat(own.path("rows").get(0).path("signedInHours").asDouble()).isEqualTo(0.5);
    assertThat(stranger.path("rows").get(0).path("suppressed").asBoolean()).isTrue();
    assertThat(stranger.path("rows").get(0).path("signedInHours").isNull()).isTrue();
    assertThat(stranger.path("total").path("signedInHours").isNull()).isTrue();
  }

  @Test
  void showsGroupsOfFiveToEverybody() {
    for (int i = 1; i <= 5; i++) {
      use("session-" + i, "w" + i, "p" + i, 30);
    }

    JsonNode row = office.get("cood", DAY + "group").json().path("rows").get(0);

    assertThat(row.path("suppressed").asBoolean()).isFalse();
    assertThat(row.path("people").asInt()).isEqualTo(5);
    assertThat(row.path("signedInHours").asDouble()).isEqualTo(2.5);
  }

  @Test
  void sendsATableThatNeitherTellsOfFewNorRunsAsAFormula() {
    use("session-1", "w1", "p1", 30);
    office.district.writer.write(db -> {
      try (var rename =
          db.prepareStatement("UPDATE learning_group SET name = '=1+1' WHERE id = 'g1'")) {
        return rename.executeUpdate();
      }
    });

    Office.Answer csv =
        office.send(office.request("coo1", DAY + "group").header("Accept", "text/csv"));

    assertThat(csv.type()).startsWith("text/csv");
    assertThat(csv.response().headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"kafedra-group-2026-11-23-2026-11-24.csv\"");
    assertThat(csv.text())
        .startsWith("\ufeff\"Группа\";")
        .contains("\"'=1+1\";\"менее 5 человек\"");
    assertThat(csv.text()).doesNotContain("0,5");
  }

  @Test
  void countsOnlyTheCallersSchools() {
    use("session-1", "w1", "p1", 30);

    assertThat(total("coo2", "day").path("signedInHours").asDouble()).isZero();
    assertThat(office.get("coo2", DAY + "day&school=s1").status()).isEqualTo(404);
  }

  @Test
  void countsABookingAndItsCheckIn() {
    Map<String, Object> booking =
        Map.of(
            "lab", "l1",
            "person", "p1",
            "start", "2026-11-23T04:00:00Z",
            "end", "2026-11-23T06:00:00Z",
            "purpose", "PROJECT");
    assertThat(office.call("lib1", "PUT", "/api/v1/bookings/b-1", booking).status()).isEqualTo(201);
    office.clock.pass(Duration.ofMinutes(16));
    assertThat(total("coo1", "purpose").path("noShows").asInt()).isEqualTo(1);
    office.clock.pass(Duration.ofMinutes(-6));
    office.sitDown("session-1", "w1", "p1", "b-1");
    office.clock.pass(Duration.ofMinutes(6));

    JsonNode total = total("coo1", "purpose");

    assertThat(total.path("bookedHours").asDouble()).isEqualTo(2.0);
    assertThat(total.path("due").asInt()).isEqualTo(1);
    assertThat(total.path("noShows").asInt()).isZero();
  }
}
