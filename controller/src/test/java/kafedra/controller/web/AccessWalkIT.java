package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kafedra.controller.access.StaffRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every endpoint × every role × the own and the other school. Everything asked for belongs to
 * school s1.
 */
class AccessWalkIT {
  private static final String RANGE = "from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z";
  private static final Map<String, Object> CLOSURE =
      Map.of(
          "scope", "LAB",
          "lab", "l2",
          "first", "2026-11-26",
          "last", "2026-11-26",
          "reason", "CLOSED");
  private static final Set<String> DAYS = Set.of("/usage", "/moods", "/labs/{lab}/days");
  private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

  private static final Map<String, StaffRole> OF_SCHOOL_1 =
      Map.of(
          "lib1", StaffRole.LIBRARIAN,
          "sys1", StaffRole.SYSADMIN,
          "coo1", StaffRole.COORDINATOR);
  private static final Map<String, StaffRole> OF_SCHOOL_2 =
      Map.of(
          "lib2", StaffRole.LIBRARIAN,
          "sys2", StaffRole.SYSADMIN,
          "coo2", StaffRole.COORDINATOR);
  private static final Map<String, StaffRole> OF_DISTRICT =
      Map.of("sysd", StaffRole.SYSADMIN, "cood", StaffRole.COORDINATOR);

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
    office.sitDown("session-1", "w1", "p2", null);
    Map<String, Object> booking =
        Map.of(
            "lab", "l1",
            "person", "p1",
            "start", "2026-11-23T05:00:00Z",
            "end", "2026-11-23T06:00:00Z",
            "purpose", "PROJECT");
    assertThat(office.call("lib1", "PUT", "/api/v1/bookings/b-1", booking).status()).isEqualTo(201);
    assertThat(office.call("lib1", "PUT", "/api/v1/closures/c-1", CLOSURE).status()).isEqualTo(201);
    Map<String, Object> event =
        Map.of(
            "title", "Вебинар",
            "start", "2026-11-27T05:00:00Z",
            "end", "2026-11-27T06:00:00Z",
            "legs", List.of(Map.of("lab", "l1")));
    assertThat(office.call("lib1", "PUT", "/api/v1/events/s-9", event).status()).isEqualTo(200);
    command =
        office
            .call("lib1", "POST", "/api/v1/sessions/session-1/extend", Map.of("minutes", 1))
            .json()
            .path("id")
            .asString();
    feed =
        office
            .call("lib1", "POST", "/api/v1/feeds", Map.of("lab", "l1"))
            .json()
            .path("feed")
            .path("id")
            .asString();
  }

  private String command = "";
  private String feed = "";

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void letsNobodyInWithoutSignIn() {
    for (Route route : guarded()) {
      assertThat(call(null, route).status()).as(route.toString()).isEqualTo(401);
    }
  }

  @Test
  void letsStaffInAtTheirOwnSchoolWhenTheirRoleIsDeclared() {
    List<String> wrong = new ArrayList<>();
    OF_SCHOOL_1.forEach((login, role) -> {
      for (Route route : guarded()) {
        int status = call(login, route).status();
        boolean allowed = rolesOf(route).contains(role) && !isOfDistrictOnly(route);
        if (allowed == REFUSED.contains(status)) {
          wrong.add(login + " " + route.method() + " " + route.path() + " " + status);
        }
      }
    });

    assertThat(wrong).isEmpty();
  }

  @Test
  void refusesStaffOfAnotherSchoolWhateverTheirRole() {
    List<String> wrong = new ArrayList<>();
    OF_SCHOOL_2.forEach((login, role) -> {
      for (Route route : guarded()) {
        Office.Answer answer = call(login, route);
        boolean refused =
            REFUSED.contains(answer.status())
                || (answer.status() == 422 && answer.text().contains("lab\""));
        if (isOfASchool(route) && !refused) {
          wrong.add(login + " " + route.method() + " " + route.path() + " " + answer);
        }
      }
    });

    assertThat(wrong).isEmpty();
  }

  @Test
  void letsStaffOfTheDistrictInEverywhereWithinTheirRole() {
    List<String> wrong = new ArrayList<>();
    OF_DISTRICT.forEach((login, role) -> {
      for (Route route : guarded()) {
        int status = call(login, route).status();
        if (rolesOf(route).contains(role) == REFUSED.contains(status)) {
          wrong.add(login + " " + route.method() + " " + route.path() + " " + status);
        }
      }
    });

    assertThat(wrong).isEmpty();
  }

  @Test
  void listsOnlyTheOwnSchool() {
    for (String path : List.of("/schools", "/buildings", "/labs", "/groups", "/people?limit=200")) {
      Office.Answer answer = office.get("lib2", "/api/v1" + path);

      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.text()).as(path).doesNotContain("\"s1\"");
    }
    assertThat(office.get("sys2", "/api/v1/devices").text())
        .contains("\"s2\"")
        .doesNotContain("\"s1\"");
    assertThat(office.get("coo2", "/api/v1/lines").text())
        .contains("\"s2\"")
        .doesNotContain("\"s1\"");
  }

  @Test
  void booksNobodyOfAnotherSchool() {
    Map<String, Object> booking =
        Map.of(
            "lab", "l1",
            "person", "q1",
            "start", "2026-11-23T07:00:00Z",
            "end", "2026-11-23T08:00:00Z",
            "purpose", "PROJECT");

    Office.Answer answer = office.call("lib1", "PUT", "/api/v1/bookings/b-9", booking);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("unknown-person");
  }

  @Test
  void opensNothingThatBelongsToASchool() {
    List<String> open =
        office.server.routes().stream()
            .filter(route -> route.access() instanceof Access.Open)
            .map(route -> route.method() + " " + route.path())
            .sorted()
            .toList();

    assertThat(open)
        .containsExactly("DELETE /session", "GET /health", "GET /openapi.yaml", "POST /session");
  }

  private List<Route> guarded() {
    return office.server.routes().stream()
        .filter(route -> route.access() instanceof Access.Holders)
        .filter(route -> route.path().equals("/events") || !route.path().endsWith("/events"))
        .toList();
  }

  private static Set<StaffRole> rolesOf(Route route) {
    return switch (route.access()) {
      case Access.Holders holders -> holders.roles();
      case Access.Open open -> Set.of();
    };
  }

  private static boolean isOfDistrictOnly(Route route) {
    return route.path().equals("/intake");
  }

  private static boolean isOfASchool(Route route) {
    // where a seat is free next is told to all who book, and tells of no person
    return !List.of("/session", "/next-free-seats").contains(route.path());
  }

  /** Calls a route for a thing of school s1. */
  private Office.Answer call(@Nullable String login, Route route) {
    String path =
        "/api/v1"
            + route
                .path()
                .replace("{lab}", "l1")
                .replace("{person}", "p1")
                .replace("{group}", "g1")
                .replace("{school}", "s1")
                .replace("{closure}", "c-1")
                .replace("{booking}", "b-1")
                .replace("{session}", "session-1")
                .replace("{workstation}", "w1")
                .replace("{command}", command)
                .replace("{feed}", feed)
                .replace("{ticket}", "t-1")
                .replace("{call}", "h-1")
                .replace("{series}", "s-9")
                .replace("{building}", "b1")
            + "?school=s1&lab=l1&building=b1&mode=preview&by=day&"
            + (DAYS.contains(route.path()) ? "from=2026-11-01&to=2026-12-01" : RANGE);
    return switch (route.body()) {
      case TIMETABLE ->
          office.upload(
              login,
              path + "&last=2026-12-31",
              "предмет,класс,кабинет,день,урок\nИнформатика,7А,Зал,пн,1\n"
                  .getBytes(StandardCharsets.UTF_8));
      case NONE -> office.call(login, route.method().name(), path, null);
      case JSON -> office.call(login, route.method().name(), path, body(route));
      case CSV ->
          office.upload(
              login,
              path,
              "username,firstname,lastname,email,course1,group1,cohort1\na,b,c,,,,"
                  .getBytes(StandardCharsets.UTF_8));
    };
  }

  private static Object body(Route route) {
    if (route.method() == Route.Method.PATCH) {
      return Map.of("version", 1);
    }
    return switch (route.path()) {
      case "/bookings/{booking}/split" ->
          Map.of("version", 1, "at", "2026-11-23T05:30:00Z", "secondId", "b-1-rest");
      case "/series/{series}", "/series-checks" ->
          Map.of(
              "lab", "l1",
              "person", "p1",
              "purpose", "PROJECT",
              "rule", "FREQ=DAILY;COUNT=2",
              "start", "2026-11-24T16:00",
              "end", "2026-11-24T16:45",
              "mode", "EACH");
      case "/events/{series}", "/event-checks" ->
          Map.of(
              "title", "Вебинар",
              "start", "2026-11-26T05:00:00Z",
              "end", "2026-11-26T06:00:00Z",
              "legs", List.of(Map.of("lab", "l1")));
      case "/bookings/{booking}/confirm", "/bookings/{booking}/check" -> Map.of("version", 1);
      case "/bookings/{booking}", "/booking-checks" ->
          Map.of(
              "lab", "l1",
              "person", "p1",
              "start", "2026-11-23T05:00:00Z",
              "end", "2026-11-23T06:00:00Z",
              "purpose", "PROJECT");
      case "/closure-previews", "/closures/{closure}" -> CLOSURE;
      case "/schools/{school}/calendar", "/schools/{school}/calendar-previews" ->
          Map.of("version", 0, "plan", Map.of());
      case "/schools/{school}/timetable-names" -> Map.of("rooms", Map.of());
      case "/schools/{school}/policies" -> Map.of("version", 0, "policies", List.of());
      case "/people/{person}/needs" -> Map.of("needs", List.of("PRIORITY"));
      case "/feeds" -> Map.of("lab", "l1");
      case "/people/{person}/credentials" -> Map.of("cards", List.of("04a1b2c3"));
      case "/sessions/{session}/extend" -> Map.of("minutes", 5);
      case "/people/{person}/codes" -> Map.of("minutes", 10);
      case "/workstations/{workstation}/service" -> Map.of("service", "OUT_OF_SERVICE");
      case "/workstations/{workstation}/acts" -> Map.of("act", "COVER");
      case "/labs/{lab}/queue/next" -> Map.of("workstation", "w3");
      case "/labs/{lab}/seatings" -> Map.of("person", "p4", "workstation", "w3");
      default -> throw new IllegalStateException("no body is known for " + route.path());
    };
  }
}
