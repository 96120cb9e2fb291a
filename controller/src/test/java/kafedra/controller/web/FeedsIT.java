package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kafedra.controller.feed.FeedDesk;
import kafedra.controller.files.StrictIcal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as phones and learning platforms fetch them. */
class FeedsIT {
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

  // --- making and fetching ----------------------------------------------------------------------

  private String make(String kind, String id) {
    return make("lib1", kind, id, "ru");
  }

  private String make(String login, String kind, String id, String language) {
    Office.Answer made =
        office.send(
            office
                .request(login, "/api/v1/feeds")
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(Office.json(Map.of(kind, id))));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("path").asString();
  }

  private HttpResponse<byte[]> fetch(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(office.uri(path)).GET();
    return fetch(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<byte[]> fetch(HttpRequest.Builder request) {
    try {
      return office.http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private StrictIcal.Component calendar(String path) {
    HttpResponse<byte[]> answer = fetch(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/calendar; charset=utf-8");
    return StrictIcal.read(answer.body());
  }

  private void book(String id, String holder, String who, String label, int hour) {
    Map<String, Object> booking =
        Map.of(
            "lab",
            "l1",
            holder,
            who,
            "count",
            holder.equals("group") ? 2 : 1,
            "start",
            "2026-11-23T0" + hour + ":00:00Z",
            "end",
            "2026-11-23T0" + hour + ":45:00Z",
            "purpose",
            holder.equals("group") ? "LESSON" : "SELF_STUDY",
            "label",
            label);
    Office.Answer booked = office.call("lib1", "PUT", "/api/v1/bookings/" + id, booking);
    assertThat(booked.status()).as(booked.text()).isEqualTo(201);
  }

  private static List<String> summaries(StrictIcal.Component calendar) {
    return calendar.components().stream().map(it -> it.text("SUMMARY")).toList();
  }

  // --- what is shown ----------------------------------------------------------------------------

  @Test
  void showsAPersonWhatIsBookedForThemAndTheirGroups() {
    book("own", "person", "p1", "Доклад; часть 1, черновик", 5);
    book("class", "group", "g1", "Физика", 6);
    book("foreign", "person", "p9", "Чужое", 7);

    StrictIcal.Component calendar = calendar(make("person", "p1"));

    assertThat(summaries(calendar))
        .containsExactly("Самоподготовка: Доклад; часть 1, черновик", "7А · Урок: Физика");
    StrictIcal.Component own = calendar.components().getFirst();
    assertThat(own.value("UID")).isEqualTo("own@kafedra");
    assertThat(own.value("DTSTART")).isEqualTo("20261123T050000Z");
    assertThat(own.value("DTEND")).isEqualTo("20261123T054500Z");
    assertThat(own.text("LOCATION")).isEqualTo("Зал, Главный, Светлый");
    assertThat(own.text("DESCRIPTION")).startsWith("Зал · Место ");
    assertThat(calendar.value("X-WR-TIMEZONE")).isEqualTo("Asia/Yekaterinburg");
  }

  @Test
  void showsAGroupItsLessonsAndNobodysOwnBookings() {
    book("own", "person", "p1", "Личное", 5);
    book("class", "group", "g1", "Физика", 6);

    assertThat(summaries(calendar(make("group", "g1")))).containsExactly("Урок: Физика");
  }

  @Test
  void showsARoomWithoutAnyPerson() {
    book("own", "person", "p1", "Иванова Анна", 5);
    book("class", "group", "g1", "заменяет Петрова", 6);

    HttpResponse<byte[]> answer = fetch(make("lab", "l1"));
    StrictIcal.Component calendar = StrictIcal.read(answer.body());

    assertThat(summaries(calendar)).containsExactly("Самоподготовка", "7А · Урок");
    assertThat(calendar.components()).noneMatch(it -> it.has("DESCRIPTION"));
    assertThat(new String(answer.body(), StandardCharsets.UTF_8).replace("\r\n ", ""))
        .doesNotContain("Иванова", "Петрова", "Фамилия", "p1");
  }

  @Test
  void speaksTheLanguageInWhichTheLinkWasMade() {
    book("class", "group", "g1", "", 6);

    StrictIcal.Component calendar = calendar(make("lib1", "group", "g1", "en"));

    assertThat(summaries(calendar)).containsExactly("Lesson");
    assertThat(calendar.text("X-WR-CALNAME")).isEqualTo("7А – Kafedra");
  }

  @Test
  void showsACancelledBookingAsCancelledForThirtyDays() {
    book("class", "group", "g1", "", 6);
    office.call("lib1", "DELETE", "/api/v1/bookings/class?version=1", null);
    String path = make("group", "g1");

    StrictIcal.Component event = calendar(path).components().getFirst();
    assertThat(event.value("STATUS")).isEqualTo("CANCELLED");
    assertThat(event.value("UID")).isEqualTo("class@kafedra");
    assertThat(event.value("SEQUENCE")).isEqualTo("2");
    assertThat(event.text("SUMMARY")).isEqualTo("Отменено: Урок");

    office.clock.pass(Duration.ofDays(29));
    assertThat(calendar(path).components()).hasSize(1);
    office.clock.pass(Duration.ofDays(2));
    assertThat(calendar(path).components()).isEmpty();
  }

  @Test
  void keepsTheUidAndCountsUpWhenABookingChanges() {
    book("class", "group", "g1", "", 6);
    String path = make("group", "g1");
    StrictIcal.Component before = calendar(path).components().getFirst();
    office.call("lib1", "DELETE", "/api/v1/bookings/class?version=1", null);
    StrictIcal.Component after = calendar(path).components().getFirst();

    assertThat(after.value("UID")).isEqualTo(before.value("UID"));
    assertThat(Integer.parseInt(after.value("SEQUENCE")))
        .isGreaterThan(Integer.parseInt(before.value("SEQUENCE")));
  }

  // --- the secret -------------------------------------------------------------------------------

  @Test
  void answersARevokedAddressAsOneThatNeverWas() {
    String path = make("person", "p1");
    String feed =
        office.get("lib1", "/api/v1/feeds?person=p1").json().path(0).path("id").asString();
    assertThat(office.call("lib1", "DELETE", "/api/v1/feeds/" + feed, null).status())
        .isEqualTo(204);

    HttpResponse<byte[]> revoked = fetch(path);
    HttpResponse<byte[]> never = fetch("/feeds/" + "0".repeat(64) + ".ics");
    assertThat(revoked.statusCode()).isEqualTo(404);
    assertThat(revoked.body()).isEqualTo(never.body());
    assertThat(revoked.headers().map().keySet()).isEqualTo(never.headers().map().keySet());
    assertThat(office.get("lib1", "/api/v1/feeds?person=p1").json().size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "00", "..%2f..%2fcontroller.db", "%00", "%D1%8F", "' OR 1=1 --"})
  void finds404ForWhateverIsNoToken(String token) {
    assertThat(fetch("/feeds/" + token.replace(" ", "%20") + ".ics").statusCode()).isIn(404, 400);
    assertThat(fetch("/feeds/" + "a".repeat(2_000) + ".ics").statusCode()).isEqualTo(404);
  }

  @Test
  void finds404ForARightTokenThatIsCutOrWithoutItsEnding() {
    String path = make("person", "p1");
    String token = path.substring("/feeds/".length(), path.length() - ".ics".length());
    assertThat(fetch("/feeds/" + token).statusCode()).isEqualTo(404);
    assertThat(fetch("/feeds/" + token.substring(1) + ".ics").statusCode()).isEqualTo(404);
    assertThat(fetch("/feeds/" + token + "0.ics").statusCode()).isEqualTo(404);
    assertThat(fetch(path).statusCode()).isEqualTo(200);
  }

  @Test
  void keepsTheSecretInNoFileAndTellsItOnce() throws IOException {
    String path = make("person", "p1");
    String token = path.substring("/feeds/".length(), path.length() - ".ics".length());
    fetch(path);

    assertThat(office.get("lib1", "/api/v1/feeds?person=p1").text()).doesNotContain(token);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(token);
      }
    }
  }

  @Test
  void needsNoCookieAndTakesNoneForMore() {
    String path = make("person", "p1");
    assertThat(fetch(path, "Cookie", office.cookie("lib2")).statusCode()).isEqualTo(200);
    assertThat(fetch(path).headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void letsAnAddressThatAsksTooOftenWait() {
    String path = make("person", "p1");
    HttpResponse<byte[]> answer = fetch(path);
    for (int i = 0; i < PublicFeeds.MOST_PER_ADDRESS; i++) {
      answer = fetch("/feeds/x.ics");
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("901");
    office.clock.pass(Duration.ofMinutes(16));
    assertThat(fetch(path).statusCode()).isEqualTo(200);
  }

  // --- as HTTP has it ---------------------------------------------------------------------------

  @Test
  void sendsNothingAgainThatIsKnown() {
    book("class", "group", "g1", "", 6);
    String path = make("group", "g1");
    String tag = fetch(path).headers().firstValue("ETag").orElseThrow();

    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      HttpResponse<byte[]> again = fetch(path, "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("ETag")).contains(tag);
    }
    book("more", "group", "g1", "", 7);
    assertThat(fetch(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void isKeptByNobodyElse() {
    assertThat(fetch(make("person", "p1")).headers().firstValue("Cache-Control"))
        .contains("private, no-cache");
  }

  @Test
  void answersHeadWithTheSameHeadersAndNoBody() {
    String path = make("person", "p1");
    HttpResponse<byte[]> head =
        fetch(HttpRequest.newBuilder(office.uri(path)).method("HEAD", BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("ETag"))
        .isEqualTo(fetch(path).headers().firstValue("ETag"));
    assertThat(
            fetch(
                    HttpRequest.newBuilder(office.uri("/feeds/x.ics"))
                        .method("HEAD", BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(404);
  }

  // --- who may make them ------------------------------------------------------------------------

  @Test
  void makesNoLinkForWhatIsNotInTheCallersSchools() {
    for (Map<String, String> body :
        List.of(
            Map.of("person", "q1"),
            Map.of("person", "nobody"),
            Map.of("group", "none"),
            Map.of("lab", "l3"))) {
      assertThat(office.call("lib1", "POST", "/api/v1/feeds", body).code()).isEqualTo("not-found");
    }
    assertThat(
            office
                .call("lib1", "POST", "/api/v1/feeds", Map.of("person", "p1", "lab", "l1"))
                .code())
        .isEqualTo("bad-field");
    assertThat(office.call("lib1", "POST", "/api/v1/feeds", Map.of("person", "НЕТ")).code())
        .isEqualTo("bad-field");
  }

  @Test
  void keepsNoMoreThanTenLinksOfOne() {
    for (int i = 0; i < FeedDesk.MOST; i++) {
      make("person", "p1");
    }
    Office.Answer refused = office.call("lib1", "POST", "/api/v1/feeds", Map.of("person", "p1"));
    assertThat(refused.code()).isEqualTo("too-many-feeds");
    assertThat(office.get("lib1", "/api/v1/feeds?person=p1").json().size())
        .isEqualTo(FeedDesk.MOST);
    make("person", "p2");
  }

  @Test
  void saysWhenALinkWasLastUsed() {
    String path = make("person", "p1");
    assertThat(usedAt()).isEmpty();
    fetch(path);
    assertThat(usedAt()).isEqualTo("2026-11-23T04:00:00Z");
    office.clock.pass(Duration.ofMinutes(30));
    fetch(path);
    assertThat(usedAt()).isEqualTo("2026-11-23T04:00:00Z");
    office.clock.pass(Duration.ofMinutes(31));
    fetch(path);
    assertThat(usedAt()).isEqualTo("2026-11-23T05:01:00Z");
  }

  private String usedAt() {
    return office.get("lib1", "/api/v1/feeds?person=p1").json().path(0).path("usedAt").asString("");
  }

  @Test
  void writesDownWhoMadeAndWhoRevoked() {
    make("person", "p1");
    String feed =
        office.get("lib1", "/api/v1/feeds?person=p1").json().path(0).path("id").asString();
    office.call("lib1", "DELETE", "/api/v1/feeds/" + feed, null);
    for (String action : List.of("feed-created", "feed-revoked")) {
      assertThat(
              office.district.number(
                  "SELECT count(*) FROM audit WHERE actor = 'lib1' AND detail = 'person p1' AND"
                      + " subject = '"
                      + feed
                      + "' AND action = '"
                      + action
                      + "'"))
          .as(action)
          .isEqualTo(1);
    }
  }
}
