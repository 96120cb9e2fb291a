package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The list of events over two schools, as the district, each school and nobody else sees it. */
class EventsIT {
  private static final String YEAR =
      "/api/v1/events?from=2026-11-23T00:00:00Z&to=2027-06-01T00:00:00Z";

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void bookAnEventOfTwoSchools() {
    office = new Office(folder);
    Map<String, Object> event =
        Map.of(
            "title", "Открытый урок",
            "purpose", "WEBINAR",
            "start", "2026-11-27T05:00:00Z",
            "end", "2026-11-27T06:00:00Z",
            "link", "https://example.org/room",
            "kbpsPerClient", 300,
            "screens", "ONE_DISPLAY",
            "legs",
                List.of(
                    Map.of("lab", "l1", "count", 3, "group", "g1"),
                    Map.of("lab", "l3", "wholeLab", true)));
    Office.Answer made = office.call("cood", "PUT", "/api/v1/events/e-1", event);
    assertThat(made.json().path("kept").asBoolean()).as(made.text()).isTrue();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void tellsTheDistrictOfEveryRoom() {
    JsonNode event = only("cood", YEAR);

    assertThat(event.path("title").asString()).isEqualTo("Открытый урок");
    assertThat(event.path("purpose").asString()).isEqualTo("WEBINAR");
    assertThat(event.path("slot").path("start").asString()).isEqualTo("2026-11-27T05:00:00Z");
    assertThat(event.path("kbpsPerClient").asInt()).isEqualTo(300);
    assertThat(event.path("whole").asBoolean()).isTrue();
    assertThat(event.path("parts").size()).isEqualTo(2);
    JsonNode first = event.path("parts").get(0);
    assertThat(first.path("lab").asString()).isEqualTo("l1");
    assertThat(first.path("group").path("name").asString()).isEqualTo("7А");
    assertThat(first.path("seats").asInt()).isEqualTo(3);
    assertThat(event.path("parts").get(1).path("seats").asInt()).isEqualTo(4);
  }

  @Test
  void tellsASchoolOfItsOwnRoomsAndThatThereAreOthers() {
    JsonNode event = only("lib2", YEAR);

    assertThat(event.path("parts").size()).isEqualTo(1);
    assertThat(event.path("parts").get(0).path("school").asString()).isEqualTo("s2");
    assertThat(event.path("whole").asBoolean()).isFalse();
    assertThat(office.call("lib2", "DELETE", "/api/v1/events/e-1", null).status()).isEqualTo(404);
  }

  @Test
  void leavesOutWhatIsCancelledElsewhereInTimeOrNoEvent() {
    Map<String, Object> lesson =
        Map.of(
            "lab", "l1",
            "group", "g1",
            "count", 2,
            "purpose", "LESSON",
            "rule", "FREQ=DAILY;COUNT=2",
            "start", "2026-11-24T13:00",
            "end", "2026-11-24T13:45",
            "mode", "EACH");
    assertThat(office.call("lib1", "PUT", "/api/v1/series/s-1", lesson).status()).isEqualTo(200);
    assertThat(only("lib1", YEAR).path("id").asString()).isEqualTo("e-1");
    String before = "/api/v1/events?from=2026-11-23T00:00:00Z&to=2026-11-27T05:00:00Z";
    assertThat(office.get("cood", before).json().size()).isZero();

    assertThat(office.call("cood", "DELETE", "/api/v1/events/e-1", null).status()).isEqualTo(200);

    assertThat(office.get("cood", YEAR).json().size()).isZero();
  }

  @Test
  void refusesARangeOfMoreThanASchoolYear() {
    Office.Answer answer =
        office.get("cood", "/api/v1/events?from=2026-01-01T00:00:00Z&to=2027-06-01T00:00:00Z");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("bad-parameter");
  }

  private JsonNode only(String login, String path) {
    JsonNode events = office.get(login, path).json();
    assertThat(events.size()).as(events.toString()).isEqualTo(1);
    return events.get(0);
  }
}
