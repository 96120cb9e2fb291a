package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.FaultKind;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.TicketFate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document says what the server does, and all of it. */
class OpenApiTruthIT {
  private static final String RANGE = "from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z";
  private static final Map<String, Object> BOOKING =
      Map.of(
          "lab", "l1",
          "person", "p1",
          "count", 1,
          "start", "2026-11-23T05:00:00Z",
          "end", "2026-11-23T06:00:00Z",
          "purpose", "PROJECT",
          "label", "Олимпиада");

  @TempDir Path folder;
  private Office office;
  private ApiDocument document;
  private final Set<String> walked = new TreeSet<>();

  @BeforeEach
  void open() throws Exception {
    office = new Office(folder);
    document = new ApiDocument(ApiDocument.text("openapi.yaml"));
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void isValidOpenApi31() throws Exception {
    assertThat(ApiDocument.faults(ApiDocument.text("openapi.yaml"))).isEmpty();
  }

  @Test
  void listsEveryRouteAndNoOther() {
    Set<String> served =
        office.server.routes().stream()
            .map(it -> it.method() + " " + it.path())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(served).isEqualTo(document.operations());
  }

  @Test
  void describesWhatEveryOperationAnswers() throws Exception {
    office.showKiosk();
    office.sitDown("session-1", "w1", "p2", null);
    walkSession();
    walkRoster();
    walkCalendar();
    walkPolicies();
    walkTimetables();
    walkBookings();
    walkFeeds();
    walkClosures();
    walkQueue();
    walkRooms();
    walkFleet();
    walkService();
    walk("DELETE /session", 204, office.call("coo2", "DELETE", "/api/v1/session", null));

    assertThat(walked).isEqualTo(document.operations());
  }

  private void walkSession() throws Exception {
    Map<String, String> wrong = Map.of("login", "lib1", "password", "wrong");
    walk("POST /session", 401, office.call(null, "POST", "/api/v1/session", wrong));
    Map<String, String> right = Map.of("login", "lib1", "password", Office.PASSWORD);
    walk("POST /session", 200, office.call(null, "POST", "/api/v1/session", right));
    get("GET /session", "lib1", "/session");
    walk("GET /session", 401, office.get(null, "/api/v1/session"));
  }

  private void walkRoster() throws Exception {
    get("GET /schools", "cood", "/schools");
    get("GET /buildings", "lib1", "/buildings?school=s1");
    get("GET /labs", "lib1", "/labs?building=b1");
    get("GET /workstations", "lib1", "/workstations?lab=l1");
    get("GET /bells", "lib1", "/bells?school=s1");
    get("GET /groups", "lib1", "/groups?school=s1");
    get(
        "GET /people",
        "lib1",
        "/people?q=фам&group=g1&limit=3".replace("фам", "%D1%84%D0%B0%D0%BC"));
    get("GET /people/{person}", "lib1", "/people/p1");
    get("GET /people/{person}/bookings", "lib1", "/people/p1/bookings");
    Map<String, Object> credentials =
        Map.of("number", "12345", "pin", "4826", "cards", List.of("04a1b2c3"));
    walk(
        "PUT /people/{person}/credentials",
        200,
        office.call("lib1", "PUT", "/api/v1/people/p1/credentials", credentials));
    walk(
        "POST /groups/{group}/pins",
        200,
        office.call("lib1", "POST", "/api/v1/groups/g1/pins?which=all", null));
    walk(
        "POST /people/{person}/codes",
        200,
        office.call("lib1", "POST", "/api/v1/people/p1/codes", Map.of("minutes", 30)));
    get("GET /groups/{group}/pictures", "lib1", "/groups/g1/pictures");
    byte[] csv =
        """
        username,firstname,lastname,email,course1,group1,cohort1
        a.new,Анна,Новая,a@example.org,Физика,,7А
        ,Без,Имени,,,,
        """
            .getBytes(StandardCharsets.UTF_8);
    String path = "/api/v1/roster-imports?school=s1&mode=";
    walk("POST /roster-imports", 200, office.upload("lib1", path + "preview", csv));
    walk("POST /roster-imports", 200, office.upload("lib1", path + "apply", csv));
    walk("POST /roster-imports", 422, office.upload("lib1", path + "apply", new byte[0]));
  }

  private void walkCalendar() throws Exception {
    get("GET /schools/{school}/calendar", "lib1", "/schools/s1/calendar");
    String path = "/api/v1/schools/s1/calendar";
    Map<String, Object> plan = CalendarIT.plan();
    walk(
        "PUT /schools/{school}/calendar",
        200,
        office.call("coo1", "PUT", path, Map.of("version", 0, "plan", plan)));
    walk(
        "PUT /schools/{school}/calendar",
        409,
        office.call("lib1", "PUT", path, Map.of("version", 0, "plan", plan)));
    Map<String, Object> wrong = Map.of("terms", List.of(Map.of("name", "")));
    walk(
        "PUT /schools/{school}/calendar",
        422,
        office.call("lib1", "PUT", path, Map.of("version", 1, "plan", wrong)));
    walk(
        "POST /schools/{school}/calendar-previews",
        200,
        office.call(
            "coo1",
            "POST",
            "/api/v1/schools/s1/calendar-previews",
            Map.of("version", 1, "plan", plan)));
    get("GET /schools/{school}/calendar", "sys1", "/schools/s1/calendar");
    get("GET /labs/{lab}/days", "lib1", "/labs/l1/days?from=2026-11-01&to=2026-12-01");
    get("GET /agreements", "cood", "/agreements");
  }

  private void walkTimetables() throws Exception {
    byte[] file =
        """
        предмет,класс,учитель,кабинет,день,время
        Информатика,7А,Ёжикова,Малый зал,вт,12:00-12:45
        Физика,8Я,Ёжикова,Зал,вт,12:00-12:45
        Химия,7А,Бережной,Лаборатория,ср,12:00-12:45
        Химия,7А,Бережной,Зал,когда-нибудь,12:00-12:45
        """
            .getBytes(StandardCharsets.UTF_8);
    String path =
        "/api/v1/timetable-imports?school=s1&last=2026-12-20&shortage=BOOK_FREE&order=17-1&mode=";
    get("GET /schools/{school}/timetable-annex", "coo1", "/schools/s1/timetable-annex");
    Office.Answer preview = office.upload("lib1", path + "preview", file);
    walk("POST /timetable-imports", 200, preview);
    String token = preview.json().path("token").asString();
    walk(
        "POST /timetable-imports", 200, office.upload("lib1", path + "apply&token=" + token, file));
    walk("POST /timetable-imports", 409, office.upload("lib1", path + "apply&token=other", file));
    walk("POST /timetable-imports", 422, office.upload("lib1", path + "preview", new byte[0]));
    get("GET /schools/{school}/timetables", "coo1", "/schools/s1/timetables");
    get("GET /schools/{school}/timetable-annex", "coo1", "/schools/s1/timetable-annex?number=1");
    get("GET /schools/{school}/timetable-shortages", "lib1", "/schools/s1/timetable-shortages");
    walk(
        "PUT /schools/{school}/timetable-names",
        200,
        office.call(
            "lib1",
            "PUT",
            "/api/v1/schools/s1/timetable-names",
            Map.of("rooms", Map.of("Лаборатория", "l1", "Двор", ""))));
    get("GET /schools/{school}/timetable-names", "lib1", "/schools/s1/timetable-names");
  }

  private void walkPolicies() throws Exception {
    get("GET /schools/{school}/policies", "coo1", "/schools/s1/policies");
    Map<String, Object> policies =
        Map.of(
            "version",
            0,
            "policies",
            List.of(
                Map.of(
                    "name",
                    "GAP",
                    "force",
                    "WARN",
                    "numbers",
                    List.of(Map.of("name", "GAP_LEAST", "value", 5)))));
    String path = "/api/v1/schools/s1/policies";
    walk("PUT /schools/{school}/policies", 200, office.call("lib1", "PUT", path, policies));
    walk("PUT /schools/{school}/policies", 409, office.call("lib1", "PUT", path, policies));
    get("GET /norms", "cood", "/norms?school=s1");
    get("GET /people/{person}/needs", "lib1", "/people/p1/needs");
    walk(
        "PUT /people/{person}/needs",
        200,
        office.call(
            "lib1", "PUT", "/api/v1/people/p1/needs", Map.of("needs", List.of("PRIORITY"))));
  }

  private void walkBookings() throws Exception {
    String path = "/api/v1/bookings/b-1";
    walk("PUT /bookings/{booking}", 201, office.call("lib1", "PUT", path, BOOKING));
    walk("PUT /bookings/{booking}", 200, office.call("lib1", "PUT", path, BOOKING));
    walk(
        "PUT /bookings/{booking}",
        409,
        office.call("lib1", "PUT", "/api/v1/bookings/b-2", BOOKING));
    Office.Answer overlap = office.call("lib1", "PUT", "/api/v1/bookings/b-3", overlapping());
    walk("PUT /bookings/{booking}", 409, overlap);
    assertThat(overlap.code()).isEqualTo("overlap");
    assertThat(overlap.json().path("conflicts").size()).isEqualTo(1);
    assertThat(overlap.json().path("suggestions").size()).isPositive();
    get("GET /bookings/{booking}", "lib1", "/bookings/b-1");
    get("GET /labs/{lab}/bookings", "lib1", "/labs/l1/bookings?" + RANGE);
    get("GET /schools/{school}/bookings", "lib1", "/schools/s1/bookings?" + RANGE);
    get("GET /groups/{group}/bookings", "lib1", "/groups/g1/bookings");
    walkChanges();
    walkSeries();
    walkEvents();
    get("GET /free-seats", "cood", "/free-seats?count=10&features=LINUX&" + RANGE);
    get("GET /earliest-seats", "cood", "/earliest-seats?count=3&features=LINUX&minutes=45");
    get("GET /earliest-seats", "lib1", "/earliest-seats?school=s1&count=100&days=1");
  }

  private void walkChanges() throws Exception {
    String checks = "/api/v1/booking-checks";
    walk("POST /booking-checks", 200, office.call("lib1", "POST", checks, BOOKING));
    Office.Answer check = office.call("lib1", "POST", checks, overlapping());
    walk("POST /booking-checks", 200, check);
    assertThat(check.json().path("possible").asBoolean()).isFalse();
    assertThat(check.json().path("reasons").get(0).path("code").asString()).isEqualTo("overlap");
    String path = "/api/v1/bookings/b-1";
    Map<String, Object> shorter = Map.of("version", 1, "end", "2026-11-23T05:45:00Z");
    walk(
        "POST /bookings/{booking}/check",
        200,
        office.call("lib1", "POST", path + "/check", shorter));
    walk("PATCH /bookings/{booking}", 200, office.call("lib1", "PATCH", path, shorter));
    Office.Answer outdated = office.call("lib1", "PATCH", path, shorter);
    walk("PATCH /bookings/{booking}", 409, outdated);
    assertThat(outdated.code()).isEqualTo("outdated");
    assertThat(outdated.json().path("current").path("version").asInt()).isEqualTo(2);
    Map<String, Object> split =
        Map.of("version", 2, "at", "2026-11-23T05:20:00Z", "secondId", "b-1-rest");
    walk(
        "POST /bookings/{booking}/split", 200, office.call("lib1", "POST", path + "/split", split));
    walk(
        "POST /bookings/{booking}/confirm",
        200,
        office.call("lib1", "POST", path + "/confirm", Map.of("version", 3)));
    get("GET /bookings/{booking}/history", "lib1", "/bookings/b-1/history");
  }

  private void walkSeries() throws Exception {
    Map<String, Object> series =
        Map.of(
            "lab", "l1",
            "group", "g1",
            "count", 3,
            "purpose", "LESSON",
            "rule", "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=6",
            "start", "2026-11-24T13:00",
            "end", "2026-11-24T13:45",
            "exceptions", List.of("2026-12-01"),
            "mode", "ALL_OR_NOTHING");
    walk("POST /series-checks", 200, office.call("lib1", "POST", "/api/v1/series-checks", series));
    Office.Answer made = office.call("lib1", "PUT", "/api/v1/series/s-1", series);
    walk("PUT /series/{series}", 200, made);
    assertThat(made.json().path("parts").size()).isEqualTo(5);
    assertThat(made.json().path("parts").get(0).path("fate").asString()).isEqualTo("PLACED");
    Office.Answer again = office.call("lib1", "PUT", "/api/v1/series/s-1", series);
    walk("PUT /series/{series}", 200, again);
    assertThat(again.json().path("parts").get(0).path("fate").asString())
        .isEqualTo("ALREADY_PLACED");
    Map<String, Object> all = new HashMap<>(series);
    all.put("count", 9);
    Office.Answer none = office.call("lib1", "PUT", "/api/v1/series/s-2", all);
    walk("PUT /series/{series}", 200, none);
    assertThat(none.json().path("kept").asBoolean()).isFalse();
    all.put("rule", "FREQ=WEEKLY");
    Office.Answer endless = office.call("lib1", "PUT", "/api/v1/series/s-3", all);
    walk("PUT /series/{series}", 422, endless);
    assertThat(endless.json().path("field").asString()).startsWith("rule");
    get("GET /series/{series}", "lib1", "/series/s-1");
    String second = made.json().path("parts").get(1).path("booking").path("id").asString();
    Office.Answer shorter =
        office.call(
            "lib1",
            "PATCH",
            "/api/v1/bookings/" + second + "/following",
            Map.of("version", 1, "label", "Повторение"));
    walk("PATCH /bookings/{booking}/following", 200, shorter);
    assertThat(shorter.json().size()).isEqualTo(4);
  }

  private void walkEvents() throws Exception {
    Map<String, Object> event =
        Map.of(
            "title", "Вебинар",
            "start", "2026-11-28T03:00:00Z",
            "end", "2026-11-28T04:00:00Z",
            "link", "https://example.org/room",
            "legs",
                List.of(Map.of("lab", "l1", "count", 4), Map.of("lab", "l2", "wholeLab", true)));
    walk("POST /event-checks", 200, office.call("lib1", "POST", "/api/v1/event-checks", event));
    Office.Answer booked = office.call("lib1", "PUT", "/api/v1/events/e-1", event);
    walk("PUT /events/{series}", 200, booked);
    assertThat(booked.json().path("kept").asBoolean()).as(booked.text()).isTrue();
    walk("PUT /events/{series}", 200, office.call("lib1", "PUT", "/api/v1/events/e-2", event));
    get("GET /events", "cood", "/events?from=2026-09-01T00:00:00Z&to=2027-09-06T00:00:00Z");
    walk("DELETE /events/{series}", 200, office.call("lib1", "DELETE", "/api/v1/events/e-1", null));
  }

  /** Asks for the seat that the first booking got. */
  private Map<String, Object> overlapping() {
    String seat =
        office.get("lib1", "/api/v1/bookings/b-1").json().path("workstations").get(0).asString();
    return Map.of(
        "lab", "l1",
        "person", "p3",
        "workstations", List.of(seat),
        "start", "2026-11-23T05:30:00Z",
        "end", "2026-11-23T06:00:00Z",
        "purpose", "PROJECT");
  }

  private void walkFeeds() throws Exception {
    String path = "/api/v1/feeds";
    Office.Answer made = office.call("lib1", "POST", path, Map.of("person", "p1"));
    walk("POST /feeds", 201, made);
    walk("POST /feeds", 422, office.call("lib1", "POST", path, Map.of()));
    get("GET /feeds", "lib1", "/feeds?person=p1");
    walk("GET /feeds", 400, office.get("lib1", path));
    String feed = path + "/" + made.json().path("feed").path("id").asString();
    walk("DELETE /feeds/{feed}", 204, office.call("lib1", "DELETE", feed, null));
    walk("DELETE /feeds/{feed}", 404, office.call("lib1", "DELETE", feed, null));
  }

  private void walkClosures() throws Exception {
    Map<String, Object> body =
        Map.of(
            "scope", "SCHOOL",
            "school", "s1",
            "first", "2026-11-30",
            "last", "2026-11-30",
            "reason", "REMOTE",
            "note", "Мороз");
    Map<String, Object> booking =
        Map.of(
            "lab", "l1",
            "person", "p1",
            "start", "2026-11-30T05:00:00Z",
            "end", "2026-11-30T06:00:00Z",
            "purpose", "PROJECT");
    walk(
        "PUT /bookings/{booking}",
        201,
        office.call("lib1", "PUT", "/api/v1/bookings/b-30", booking));
    String path = "/api/v1/closures/c-30";
    walk(
        "POST /closure-previews",
        200,
        office.call("lib1", "POST", "/api/v1/closure-previews", body));
    walk("PUT /closures/{closure}", 201, office.call("coo1", "PUT", path, body));
    walk("PUT /closures/{closure}", 200, office.call("lib1", "PUT", path, body));
    Map<String, Object> other =
        Map.of(
            "scope", "DISTRICT", "first", "2026-11-30", "last", "2026-11-30", "reason", "CLOSED");
    walk("PUT /closures/{closure}", 409, office.call("cood", "PUT", path, other));
    get("GET /closures", "lib1", "/closures");
    get("GET /closures/{closure}", "lib1", "/closures/c-30");
    Office.Answer undone = office.call("lib1", "DELETE", path, null);
    walk("DELETE /closures/{closure}", 200, undone);
    assertThat(undone.json().path("bookings").get(0).path("fate").asString()).isEqualTo("RESTORED");
  }

  private void walkQueue() throws Exception {
    office.live.queue(kafedra.controller.TestDistrict.K1, QueueIT.queue(Office.NOW));
    office.report(
        new SiteRecord.TicketClosed(
            office.clock.stamp(),
            new LabId("l1"),
            Office.NOW,
            Duration.ofMinutes(12),
            Duration.ofMinutes(15),
            TicketFate.SEATED),
        new SiteRecord.TicketClosed(
            office.clock.stamp(), null, Office.NOW, null, null, TicketFate.LEFT));
    get("GET /queue-waits", "lib1", "/queue-waits?" + RANGE);
    get("GET /queue-waits", "cood", "/queue-waits?" + RANGE);
    get("GET /next-free-seats", "cood", "/next-free-seats?features=LINUX");
    Map<String, String> seat = Map.of("workstation", "w3");
    walk(
        "POST /labs/{lab}/queue/next",
        202,
        office.call("lib1", "POST", "/api/v1/labs/l1/queue/next", seat));
    for (String act : List.of("to-end", "remove")) {
      walk(
          "POST /labs/{lab}/queue/{ticket}/" + act,
          202,
          office.call("lib1", "POST", "/api/v1/labs/l1/queue/t-1/" + act, null));
    }
  }

  private void walkRooms() throws Exception {
    office.live.help(kafedra.controller.TestDistrict.K1, SeatCareIT.calls(Office.NOW));
    office.report(
        new SiteRecord.FaultReported(
            office.clock.stamp(), new WorkstationId("w1"), FaultKind.MOUSE));
    get("GET /labs/{lab}/live", "lib1", "/labs/l1/live");
    assertThat(document.mismatches("Live", firstEvent("lib1", "/api/v1/labs/l1/live/events")))
        .isEmpty();
    walked.add("GET /labs/{lab}/live/events");
    walk(
        "POST /labs/{lab}/calls/{call}/answer",
        202,
        office.call("lib1", "POST", "/api/v1/labs/l1/calls/h-1/answer", null));
    walk(
        "PUT /workstations/{workstation}/service",
        200,
        office.call(
            "lib1", "PUT", "/api/v1/workstations/w9/service", Map.of("service", "OUT_OF_SERVICE")));
    walk(
        "POST /workstations/{workstation}/fixed",
        200,
        office.call("sys1", "POST", "/api/v1/workstations/w1/fixed", null));
    Map<String, Integer> minutes = Map.of("minutes", 15);
    Office.Answer extended =
        office.call("lib1", "POST", "/api/v1/sessions/session-1/extend", minutes);
    walk("POST /sessions/{session}/extend", 202, extended);
    get("GET /commands/{command}", "lib1", "/commands/" + extended.json().path("id").asString());
    walk(
        "POST /workstations/{workstation}/acts",
        202,
        office.call(
            "lib1",
            "POST",
            "/api/v1/workstations/w1/acts",
            Map.of("act", "MESSAGE", "text", "Звонок через пять минут")));
    walk(
        "POST /sessions/{session}/end",
        202,
        office.call("lib1", "POST", "/api/v1/sessions/session-1/end", null));
    Map<String, String> seating = Map.of("person", "p5", "workstation", "w2");
    walk(
        "POST /labs/{lab}/seatings",
        202,
        office.call("lib1", "POST", "/api/v1/labs/l1/seatings", seating));
    walk(
        "DELETE /bookings/{booking}",
        400,
        office.call("lib1", "DELETE", "/api/v1/bookings/b-1", null));
    int version = office.get("lib1", "/api/v1/bookings/b-1").json().path("version").asInt();
    walk(
        "DELETE /bookings/{booking}",
        200,
        office.call("lib1", "DELETE", "/api/v1/bookings/b-1?version=" + version, null));
  }

  private void walkFleet() throws Exception {
    get("GET /devices", "sysd", "/devices");
    assertThat(document.mismatches("Device", firstEvent("sys1", "/api/v1/devices/events")))
        .isEmpty();
    walked.add("GET /devices/events");
    get("GET /lines", "cood", "/lines");
    get("GET /buildings/{building}/line", "sys1", "/buildings/b1/line?" + RANGE);
    get("GET /intake", "sysd", "/intake");
    get("GET /moods", "cood", "/moods?from=2026-11-01&to=2026-12-01");
    for (String by : List.of("day", "lab", "school", "group", "purpose")) {
      get("GET /usage", "cood", "/usage?from=2026-11-01&to=2026-12-01&by=" + by);
    }
    walk(
        "GET /usage",
        200,
        office.send(
            office
                .request("cood", "/api/v1/usage?from=2026-11-01&to=2026-12-01&by=day")
                .header("Accept", "text/csv")));
  }

  private void walkService() throws Exception {
    get("GET /health", "lib1", "/health");
    get("GET /openapi.yaml", "lib1", "/openapi.yaml");
  }

  private void get(String operation, String login, String path) throws Exception {
    walk(operation, 200, office.get(login, "/api/v1" + path));
  }

  private void walk(String operation, int status, Office.Answer answer) throws Exception {
    assertThat(answer.status()).as("%s: %s", operation, answer.text()).isEqualTo(status);
    assertThat(document.faults(operation, status, answer.type(), answer.text()))
        .as("%s answered %s", operation, status)
        .isEmpty();
    walked.add(operation);
  }

  private String firstEvent(String login, String path) throws Exception {
    var response =
        office.http.send(office.request(login, path).build(), BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    try (InputStream in = response.body();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("data: ")) {
        line = lines.readLine();
      }
      return Objects.requireNonNull(line).substring(6);
    }
  }
}
