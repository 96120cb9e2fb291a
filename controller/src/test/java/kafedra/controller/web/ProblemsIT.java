package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent, the answer is problem details in the caller's language and tells nothing of the
 * inside.
 */
class ProblemsIT {
  private static final String BROKEN_CHUNKS =
      String.join(
          "\r\n",
          "POST /api/v1/session HTTP/1.1",
          "Host: x",
          "Transfer-Encoding: chunked",
          "Content-Type: application/json",
          "",
          "zz",
          "");

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

  private void isProblem(Office.Answer answer, int status, String code) throws IOException {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(
            new ApiDocument(ApiDocument.text("openapi.yaml")).mismatches("Problem", answer.text()))
        .isEmpty();
    assertThat(answer.text()).doesNotContain("Exception", "kafedra.", "at io.", "jetty", "Jetty");
  }

  private Office.Answer raw(String type, String body) {
    return office.send(
        office
            .request("lib1", "/api/v1/bookings/b-1")
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofString(body)));
  }

  @Test
  void answersUnknownPaths() throws IOException {
    isProblem(office.get("lib1", "/api/v1/nothing"), 404, "not-found");
    isProblem(office.get("lib1", "/api/v2/schools"), 404, "not-found");
    isProblem(office.get("lib1", "/nothing.html"), 404, "not-found");
    isProblem(office.call("lib1", "POST", "/nothing", null), 404, "not-found");
  }

  @Test
  void answersWrongMethodsWithThoseAllowed() throws IOException {
    Office.Answer answer = office.call("lib1", "DELETE", "/api/v1/schools", null);

    isProblem(answer, 405, "method-not-allowed");
    assertThat(answer.response().headers().firstValue("Allow")).hasValue("GET");
    isProblem(office.call("lib1", "PATCH", "/api/v1/people/p1", null), 405, "method-not-allowed");
    isProblem(office.get("lib1", "/api/v1/roster-imports"), 405, "method-not-allowed");
  }

  @Test
  void answersBodiesThatAreNoJson() throws IOException {
    for (String body :
        List.of("", "{", "[]", "null", "7", "{\"lab\":", "{\"lab\":\"l1\"} trailing")) {
      isProblem(raw("application/json", body), 400, "bad-json");
    }
    isProblem(raw("application/json", "[".repeat(5000)), 400, "bad-json");
  }

  @Test
  void namesTheFieldThatDoesNotFit() throws IOException {
    Map<String, String> faults =
        Map.of(
            "{\"lba\":\"l1\"}", "lba",
            "{\"lab\":\"l1\",\"count\":\"many\"}", "count",
            "{\"lab\":\"../x\",\"person\":\"p1\"}", "lab",
            "{\"lab\":\"l1\",\"start\":\"tomorrow\",\"end\":\"2026-11-23T06:00:00Z\",\"person\":\"p1\"}",
                "start",
            "{\"lab\":\"l1\"}", "person");
    for (Map.Entry<String, String> fault : faults.entrySet()) {
      Office.Answer answer = raw("application/json", fault.getKey());

      isProblem(answer, 422, "bad-field");
      assertThat(answer.json().path("field").asString()).isEqualTo(fault.getValue());
    }
  }

  @Test
  void answersOtherTypesThanJson() throws IOException {
    isProblem(raw("text/plain", "{}"), 415, "unsupported-media-type");
    isProblem(raw("application/x-www-form-urlencoded", "lab=l1"), 415, "unsupported-media-type");
  }

  @Test
  void answersBodiesThatAreTooLarge() throws IOException {
    String large = "{\"label\":\"" + "x".repeat(70_000) + "\"}";
    isProblem(raw("application/json", large), 413, "too-large");
    byte[] huge = new byte[9 * 1024 * 1024];
    Arrays.fill(huge, (byte) 'a');
    isProblem(
        office.upload("lib1", "/api/v1/roster-imports?school=s1&mode=apply", huge),
        413,
        "too-large");
  }

  @Test
  void answersMissingAndUnusableParameters() throws IOException {
    isProblem(office.get("lib1", "/api/v1/workstations"), 400, "missing-parameter");
    isProblem(office.get("lib1", "/api/v1/people?limit=0"), 400, "bad-parameter");
    isProblem(office.get("lib1", "/api/v1/people?limit=9999999999"), 400, "bad-parameter");
    isProblem(office.get("lib1", "/api/v1/schools?school=%3Cscript%3E"), 400, "bad-parameter");
    isProblem(
        office.get("lib1", "/api/v1/labs/l1/bookings?from=2026-11-23&to=x"), 400, "bad-parameter");
    isProblem(
        office.get("coo1", "/api/v1/usage?from=2026-13-01&to=2026-12-01&by=day"),
        400,
        "bad-parameter");
    isProblem(
        office.get("coo1", "/api/v1/usage?from=2026-11-01&to=2026-12-01&by=moon"),
        400,
        "bad-parameter");
  }

  @Test
  void speaksTheCallersLanguage() {
    Office.Answer russian = office.get("lib1", "/api/v1/nothing");
    Office.Answer english =
        office.send(
            office
                .request("lib1", "/api/v1/nothing")
                .header("Accept-Language", "en-GB,en;q=0.8,ru;q=0.5"));
    Office.Answer nonsense =
        office.send(
            office.request("lib1", "/api/v1/nothing").header("Accept-Language", "%%;q=x,,"));

    assertThat(russian.json().path("title").asString()).isEqualTo("Не найдено");
    assertThat(english.json().path("title").asString()).isEqualTo("Not found");
    assertThat(nonsense.json().path("title").asString()).isEqualTo("Не найдено");
  }

  @Test
  void refusesChangesFromForeignPages() throws IOException {
    Map<String, String> body = Map.of("login", "lib1", "password", Office.PASSWORD);
    Office.Answer foreign =
        office.send(
            office
                .request(null, "/api/v1/session")
                .header("Content-Type", "application/json")
                .header("Origin", "https://elsewhere.example")
                .POST(Office.json(body)));
    Office.Answer own =
        office.send(
            office
                .request(null, "/api/v1/session")
                .header("Content-Type", "application/json")
                .header("Origin", "http://127.0.0.1:" + office.server.port())
                .POST(Office.json(body)));

    isProblem(foreign, 403, "foreign-origin");
    assertThat(own.status()).isEqualTo(200);
  }

  @Test
  void everyProblemHasItsTextsInBothLanguages() {
    for (ProblemCode code : ProblemCode.values()) {
      for (Tongue tongue : Tongue.values()) {
        assertThat(tongue.text(code.text() + ".title")).isNotBlank();
        assertThat(tongue.text(code.text() + ".detail", "x", "y")).isNotBlank();
      }
    }
  }

  @Test
  void answersWhatIsNoHttp() throws IOException {
    for (String request :
        List.of(
            "GARBAGE\r\n\r\n",
            "GET /api/v1/health HTTP/1.1\r\n\r\n",
            "GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /api/v1/..%2f..%2fetc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
            "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
            BROKEN_CHUNKS)) {
      String answer = exchange(request);

      assertThat(answer).as(request).startsWith("HTTP/1.1 4");
      assertThat(answer).contains("application/problem+json").doesNotContain("Exception", "Jetty");
    }
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), office.server.port());
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      byte[] answer = new byte[4096];
      int length = in.readNBytes(answer, 0, 12);
      while (length < answer.length
          && !new String(answer, 0, length, StandardCharsets.UTF_8).contains("\"code\"")) {
        int more = in.read(answer, length, answer.length - length);
        if (more < 0) {
          break;
        }
        length += more;
      }
      return new String(answer, 0, length, StandardCharsets.UTF_8);
    }
  }

  @Test
  void protectsEveryAnswer() {
    for (String path : List.of("/", "/api/v1/health", "/api/v1/nothing")) {
      var headers = office.get(null, path).response().headers();

      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
      assertThat(headers.firstValue("Server")).isEmpty();
    }
    assertThat(
            office.get("lib1", "/api/v1/schools").response().headers().firstValue("Cache-Control"))
        .hasValue("no-store");
  }

  @Test
  void sendsPagesAgainOnlyWhenTheyChanged() {
    Office.Answer first = office.get(null, "/");
    String tag = first.response().headers().firstValue("ETag").orElseThrow();

    Office.Answer second = office.send(office.request(null, "/").header("If-None-Match", tag));

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.text()).isEmpty();
  }

  @Test
  void servesNothingBesideThePages() {
    for (String path :
        List.of(
            "/../openapi.yaml",
            "/%2e%2e/openapi.yaml",
            "/js/../../texts_ru.properties",
            "/WebServer.class")) {
      assertThat(office.get(null, path).status()).as(path).isBetween(400, 404);
    }
  }
}
