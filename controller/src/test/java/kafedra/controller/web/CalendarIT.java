package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The calendar of a school, read and changed as the page does it. */
class CalendarIT {
  private static final String CALENDAR = "/api/v1/schools/s1/calendar";

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

  /** A plan with something of everything; lab l2 has own hours. */
  static Map<String, Object> plan() {
    List<Object> usual =
        List.of(
            Map.of("number", 1, "start", "08:30", "end", "09:15"),
            Map.of("number", 1, "shift", "SECOND", "start", "14:00", "end", "14:45"));
    List<Object> brief = List.of(Map.of("number", 1, "start", "08:30", "end", "09:00"));
    List<Object> day =
        List.of(
            Map.of("opens", "08:00", "closes", "12:00"),
            Map.of("opens", "13:00", "closes", "20:00"));
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.put("year", Map.of("first", "2026-09-01", "last", "2027-05-31"));
    plan.put(
        "terms",
        List.of(
            Map.of("name", "I четверть", "first", "2026-09-01", "last", "2026-10-25"),
            Map.of("name", "II четверть", "first", "2026-11-05", "last", "2026-12-29")));
    plan.put(
        "holidays",
        List.of(Map.of("name", "Праздник", "first", "2026-11-04", "last", "2026-11-04")));
    plan.put("hours", Map.of("MONDAY", day, "TUESDAY", day));
    plan.put("labs", Map.of("l2", Map.of("TUESDAY", List.of())));
    plan.put(
        "bells",
        List.of(
            Map.of("name", "Обычные", "lessons", usual),
            Map.of("name", "Короткие", "lessons", brief)));
    plan.put("week", Map.of("MONDAY", "Обычные", "TUESDAY", "Обычные"));
    plan.put(
        "specialDays",
        List.of(
            Map.of("date", "2026-11-28", "name", "За понедельник", "taughtAs", "MONDAY"),
            Map.of("date", "2026-12-29", "bells", "Короткие"),
            Map.of("date", "2026-12-01", "name", "Ремонт", "hours", List.of())));
    return plan;
  }

  private Office.Answer put(int version, Map<String, Object> plan) {
    return office.call("lib1", "PUT", CALENDAR, Map.of("version", version, "plan", plan));
  }

  private JsonNode day(String lab, String date) {
    String next = LocalDate.parse(date).plusDays(1).toString();
    return office
        .get("lib1", "/api/v1/labs/" + lab + "/days?from=" + date + "&to=" + next)
        .json()
        .get(0);
  }

  @Test
  void aSchoolWithoutAPlanIsOpenEveryDayByItsRules() {
    JsonNode calendar = office.get("lib1", CALENDAR).json();

    assertThat(calendar.path("version").asInt()).isZero();
    assertThat(calendar.path("plan").path("year").isNull()).isTrue();
    JsonNode sunday = day("l1", "2026-11-29");
    assertThat(sunday.path("hours").get(0).path("start").asString())
        .isEqualTo("2026-11-29T03:00:00Z");
    assertThat(sunday.path("hours").get(0).path("end").asString())
        .isEqualTo("2026-11-29T15:00:00Z");
    assertThat(sunday.path("lessons").isEmpty()).isTrue();
    assertThat(day("l1", "2026-11-23").path("lessons").size()).isEqualTo(1);
  }

  @Test
  void aPlanIsInForceAtOnceAndComesBackAsItWasGiven() {
    assertThat(put(0, plan()).status()).isEqualTo(200);

    JsonNode back = office.get("lib1", CALENDAR).json();
    assertThat(back.path("version").asInt()).isEqualTo(1);
    Map<String, Object> again =
        Office.JSON.convertValue(back.path("plan"), new TypeReference<Map<String, Object>>() {});
    assertThat(put(1, again).json().path("plan")).isEqualTo(back.path("plan"));

    assertThat(day("l1", "2026-11-23").path("hours").size()).as("lunch break").isEqualTo(2);
    assertThat(day("l1", "2026-11-23").path("lessons").size()).as("two shifts").isEqualTo(2);
    assertThat(day("l1", "2026-11-04").path("reason").asString()).isEqualTo("HOLIDAY");
    assertThat(day("l1", "2026-11-04").path("note").asString()).isEqualTo("Праздник");
    assertThat(day("l1", "2026-10-27").path("reason").asString()).isEqualTo("HOLIDAY");
    assertThat(day("l1", "2027-06-01").path("reason").asString()).isEqualTo("OUTSIDE_SCHOOL_YEAR");
    assertThat(day("l1", "2026-11-25").path("reason").asString()).isEqualTo("DAY_OFF");
    assertThat(day("l1", "2026-11-24").path("open").asBoolean()).isTrue();
    assertThat(day("l2", "2026-11-24").path("reason").asString()).isEqualTo("DAY_OFF");
    assertThat(day("l1", "2026-11-28").path("open").asBoolean()).as("worked Saturday").isTrue();
    assertThat(day("l1", "2026-12-01").path("reason").asString()).isEqualTo("CLOSED");
    assertThat(day("l1", "2026-12-01").path("note").asString()).isEqualTo("Ремонт");
    assertThat(day("l1", "2026-12-29").path("lessons").get(0).path("slot").path("end").asString())
        .isEqualTo("2026-12-29T04:00:00Z");
  }

  @Test
  void theSecondOfTwoEditsOfOneVersionIsRefused() {
    assertThat(put(0, plan()).status()).isEqualTo(200);

    Office.Answer second = put(0, Map.of());

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("calendar-changed");
    assertThat(office.get("lib1", CALENDAR).json().path("plan").path("terms").size()).isEqualTo(2);
  }

  @Test
  void everyMistakeIsToldWithItsFieldInTheCallersLanguageAndNothingIsChanged() {
    Map<String, Object> wrong = plan();
    wrong.put("year", Map.of("first", "2027-05-31", "last", "2026-09-01"));
    wrong.put("terms", List.of(Map.of("name", "I", "first", "2026-09-01", "last", "32.10.2026")));
    wrong.put("week", Map.of("MONDAY", "Нет таких"));

    Office.Answer russian = put(0, wrong);
    assertThat(russian.status()).isEqualTo(422);
    assertThat(russian.code()).isEqualTo("bad-calendar");
    assertThat(russian.json().path("faults").valueStream().map(it -> it.path("field").asString()))
        .containsExactlyInAnyOrder("plan.year.last", "plan.terms[0].last", "plan.week.MONDAY");
    HttpRequest.Builder english =
        office
            .request("lib1", CALENDAR)
            .header("Content-Type", "application/json")
            .header("Accept-Language", "en")
            .PUT(Office.json(Map.of("version", 0, "plan", wrong)));
    assertThat(office.send(english).json().path("faults").get(0).path("text").asString())
        .isEqualTo("The last day is before the first (2027-05-31).");
    assertThat(office.get("lib1", CALENDAR).json().path("version").asInt()).isZero();
  }

  @Test
  void tenThousandEntriesAreRefused() {
    Map<String, Object> wrong = plan();
    wrong.put("specialDays", Collections.nCopies(10_000, Map.of("date", "2026-12-01")));
    assertThat(put(0, wrong).code()).isEqualTo("too-large");

    wrong.put("specialDays", IntStream.range(0, 10_000).mapToObj(it -> Map.of()).toList());
    Office.Answer answer = put(0, wrong);
    assertThat(answer.code()).isEqualTo("bad-calendar");
    assertThat(answer.json().path("field").asString()).isEqualTo("plan.specialDays");
    assertThat(office.get("lib1", CALENDAR).json().path("version").asInt()).isZero();
  }

  @Test
  void aChangeIsInTheAudit() {
    put(0, plan());

    assertThat(
            office.district.number(
                "SELECT count(*) FROM audit WHERE actor = 'lib1' AND action = 'calendar-changed'"
                    + " AND subject = 's1' AND detail = 'version 1; bookings=KEEP; cancelled=0'"))
        .isEqualTo(1);
  }

  @Test
  void tellsWhoSitsInARoomThatIsClosedTodayAndWhetherTheKioskHears() {
    office.showKiosk();
    office.sitDown("s-1", "w1", "p1", null);
    Map<String, Object> today =
        Map.of(
            "scope", "SCHOOL",
            "school", "s1",
            "first", "2026-11-23",
            "last", "2026-11-23",
            "reason", "CLOSED",
            "running", "ENDS");

    JsonNode asked = office.call("lib1", "POST", "/api/v1/closure-previews", today).json();

    assertThat(asked.path("sitting").size()).isEqualTo(1);
    assertThat(asked.path("sitting").get(0).path("lab").asString()).isEqualTo("l1");
    assertThat(asked.path("sitting").get(0).path("people").asInt()).isEqualTo(1);
    assertThat(asked.path("sitting").get(0).path("contact").asString()).isEqualTo("ONLINE");
    JsonNode done = office.call("lib1", "PUT", "/api/v1/closures/c-7", today).json();
    assertThat(done.path("running").asString()).isEqualTo("ENDS");
    assertThat(done.path("sitting").size()).isEqualTo(1);
    JsonNode undone = office.call("lib1", "DELETE", "/api/v1/closures/c-7", null).json();
    assertThat(undone.path("sitting").size()).isZero();
  }

  @Test
  void cancelsWhatNewHolidaysHitOnlyWhenToldTo() {
    Map<String, Object> booking =
        Map.of(
            "lab", "l1",
            "person", "p1",
            "start", "2026-11-24T05:00:00Z",
            "end", "2026-11-24T06:00:00Z",
            "purpose", "PROJECT");
    assertThat(office.call("lib1", "PUT", "/api/v1/bookings/b-7", booking).status()).isEqualTo(201);
    Map<String, Object> frost =
        Map.of(
            "holidays",
            List.of(Map.of("name", "Мороз", "first", "2026-11-24", "last", "2026-11-24")));
    JsonNode hit =
        office
            .call("lib1", "POST", CALENDAR + "-previews", Map.of("version", 0, "plan", frost))
            .json();
    assertThat(hit.path("bookings").asInt()).isEqualTo(1);
    assertThat(hit.path("taken").get(0).path("person").path("id").asString()).isEqualTo("p1");

    JsonNode done =
        office
            .call(
                "lib1", "PUT", CALENDAR, Map.of("version", 0, "plan", frost, "bookings", "CANCEL"))
            .json();

    assertThat(done.path("cancelled").get(0).path("booking").asString()).isEqualTo("b-7");
    assertThat(office.get("lib1", "/api/v1/bookings/b-7").json().path("status").asString())
        .isEqualTo("CANCELLED");
  }
}
