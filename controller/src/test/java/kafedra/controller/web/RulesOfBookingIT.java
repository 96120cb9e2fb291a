package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the rules that a school sets do to whoever books. It is 09:00 at the school. */
class RulesOfBookingIT {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
    List<Map<String, Object>> off =
        office.get("lib1", "/api/v1/schools/s1/policies").json().path("policies").values().stream()
            .map(it -> Map.<String, Object>of("name", it.path("name").asString(), "force", "OFF"))
            .toList();
    set(0, off);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void set(int version, List<Map<String, Object>> policies) {
    Office.Answer answer =
        office.call(
            "lib1",
            "PUT",
            "/api/v1/schools/s1/policies",
            Map.of("version", version, "policies", policies));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void hold(String policy) {
    set(1, List.of(Map.of("name", policy, "force", "ON")));
  }

  /** From 10:00 on Monday, for so many minutes. */
  private static Map<String, Object> wish(String person, int hour, int minutes) {
    String start = "2026-11-23T%02d:00:00Z".formatted(hour - 5);
    String end = "2026-11-23T%02d:%02d:00Z".formatted(hour - 5 + minutes / 60, minutes % 60);
    return new HashMap<>(
        Map.of("lab", "l1", "person", person, "start", start, "end", end, "purpose", "SELF_STUDY"));
  }

  private Office.Answer book(String id, Map<String, Object> wish) {
    return office.call("lib1", "PUT", "/api/v1/bookings/" + id, wish);
  }

  @Test
  void refusesWithNumbersInTheReadersLanguageAndOffersAnotherSlot() {
    hold("DAILY_QUOTA");
    assertThat(book("b-1", wish("p1", 10, 90)).status()).isEqualTo(201);

    Office.Answer refused = book("b-2", wish("p1", 12, 60));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("daily-quota");
    assertThat(refused.json().path("detail").asString())
        .isEqualTo(
            "Один человек бронирует не больше 120 мин. в день. Забронировано: 90, осталось: 30."
                + " Выберите время покороче или другой день.");
    JsonNode reason = refused.json().path("reasons").get(0);
    assertThat(reason.path("rule").asString()).isEqualTo("DAILY_QUOTA");
    assertThat(reason.path("overridable").asBoolean()).isTrue();
    assertThat(refused.json().path("suggestions").get(0).path("end").asString())
        .as("half an hour is left")
        .isEqualTo("2026-11-23T07:30:00Z");
    assertThat(office.get("lib1", "/api/v1/bookings/b-2").status()).isEqualTo(404);
  }

  @Test
  void letsALibrarianMakeAnExceptionWhoseReasonTheHistoryKeeps() {
    hold("DAILY_QUOTA");
    Map<String, Object> wish = wish("p1", 10, 180);
    assertThat(book("b-1", wish).code()).isEqualTo("daily-quota");

    wish.put("override", "Олимпиада в субботу");
    assertThat(book("b-1", wish).status()).isEqualTo(201);

    JsonNode act = office.get("lib1", "/api/v1/bookings/b-1/history").json().get(0);
    assertThat(act.path("actor").asString()).isEqualTo("lib1");
    assertThat(act.path("detail").asString())
        .contains("set-aside=[DAILY_QUOTA]")
        .contains("override=Олимпиада в субботу");
  }

  @Test
  void letsNobodySetAsideWhatIsNoRuleOfASchool() {
    Map<String, Object> taken = wish("p1", 10, 60);
    taken.put("workstations", List.of("w2"));
    assertThat(book("b-1", taken).status()).isEqualTo(201);
    Map<String, Object> again = wish("p2", 10, 60);
    again.put("workstations", List.of("w2"));
    again.put("override", "Очень нужно");

    assertThat(book("b-2", again).code()).isEqualTo("overlap");
    Map<String, Object> night = wish("p3", 22, 60);
    night.put("override", "Очень нужно");
    assertThat(book("b-3", night).code()).isEqualTo("outside-opening-hours");
  }

  @Test
  void warnsAndBooksWhereARuleOnlyWarns() {
    hold("SCREEN_SITTING");
    Map<String, Object> lesson = wish("p1", 10, 45);
    lesson.put("purpose", "LESSON");

    Office.Answer booked = book("b-1", lesson);

    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.json().path("warnings").get(0).path("code").asString())
        .isEqualTo("screen-sitting");
    Office.Answer check = office.call("lib1", "POST", "/api/v1/booking-checks", wish("p2", 10, 45));
    assertThat(check.json().path("possible").asBoolean()).isFalse();
  }

  @Test
  void takesSeatsOfWhatIsLessImportantInOneActAndTellsWhom() {
    hold("PURPOSE_ORDER");
    Map<String, Object> moved = wish("p1", 10, 60);
    moved.put("workstations", List.of("w3"));
    assertThat(book("b-1", moved).status()).isEqualTo(201);
    Map<String, Object> exam = wish("p2", 10, 60);
    exam.put("workstations", List.of("w4"));
    exam.put("purpose", "EXAM");
    assertThat(book("b-2", exam).status()).isEqualTo(201);
    Map<String, Object> lesson = new HashMap<>(wish("p1", 10, 60));
    lesson.remove("person");
    lesson.put("group", "g1");
    lesson.put("purpose", "LESSON");
    lesson.put("workstations", List.of("w2", "w3"));
    assertThat(book("b-3", lesson).code()).isEqualTo("overlap");

    lesson.put("displace", true);
    Office.Answer preview = office.call("lib1", "POST", "/api/v1/booking-checks", lesson);
    assertThat(preview.json().path("possible").asBoolean()).isTrue();
    assertThat(preview.json().path("displaced").size()).isEqualTo(1);
    assertThat(office.get("lib1", "/api/v1/bookings/b-1").json().path("version").asInt())
        .as("a check writes nothing")
        .isEqualTo(1);

    Office.Answer booked = book("b-3", lesson);

    assertThat(booked.status()).as(booked.text()).isEqualTo(201);
    JsonNode after = booked.json().path("displaced").get(0).path("after");
    assertThat(after.path("id").asString()).isEqualTo("b-1");
    assertThat(after.path("person").path("name").asString()).isNotBlank();
    JsonNode own = office.get("lib1", "/api/v1/bookings/b-1").json();
    assertThat(own.path("workstations").get(0).asString())
        .isEqualTo(after.path("workstations").get(0).asString())
        .isNotIn("w2", "w3", "w4");
    JsonNode act = office.get("lib1", "/api/v1/bookings/b-1/history").json().get(1);
    assertThat(act.path("detail").asString()).contains("rule=PURPOSE_ORDER").contains("for=b-3");

    lesson.put("workstations", List.of("w4"));
    Office.Answer fixed = book("b-4", lesson);
    assertThat(fixed.json().path("reasons").get(1).path("code").asString())
        .isEqualTo("not-displaced");
    assertThat(office.get("lib1", "/api/v1/bookings/b-2").json().path("status").asString())
        .isEqualTo("CONFIRMED");
  }
}
