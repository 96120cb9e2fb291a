package kafedra.kiosk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.message.SiteRecord;
import kafedra.kiosk.desk.DeskThread;
import kafedra.kiosk.desk.KioskStage;
import kafedra.kiosk.desk.Screen;
import kafedra.kiosk.signin.AttemptLimit;
import kafedra.kiosk.upkeep.HardwareCheck;
import kafedra.kiosk.upkeep.Maintenance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The portal over HTTP, with a desk in memory. */
class PortalIT {
  private final KioskStage stage = new KioskStage();
  private final DeskThread thread = new DeskThread();
  private final HttpClient http = HttpClient.newHttpClient();
  private Portal portal;

  @BeforeEach
  void start() {
    portal =
        new Portal(
            "127.0.0.1",
            0,
            Desks.of(thread, stage.room()),
            stage.room().siteViews()::now,
            stage.counter()::health,
            new KioskStage.PlainProofs(),
            Optional.empty(),
            Optional.of(maintenance));
    thread.start(() -> {}, () -> {});
    portal.start();
  }

  private final Maintenance maintenance =
      new Maintenance(
          "271828",
          new AttemptLimit(stage.memory, stage.clock),
          () -> new HardwareCheck("a board", List.of()),
          stage.troubles,
          Map.of());

  @Test
  void showsTheMaintenanceToWhoeverKnowsItsPinAndToNobodyElse() throws Exception {
    assertThat(get("/maintenance").statusCode()).isEqualTo(200);
    assertThat(post("/api/maintenance", "{\"pin\":\"271828\"}").body()).contains("a board");
    assertProblem(post("/api/maintenance", "{\"pin\":\"1\"}"), 401, "wrong-number-or-pin");
    assertProblem(
        post("/api/maintenance/try", "{\"pin\":\"271828\",\"part\":\"DOOR\"}"), 404, "not-found");
  }

  @AfterEach
  void stop() {
    http.shutdownNow();
    portal.close();
    thread.close();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(portal.uri().resolve(path)).timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        to(path)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(to(path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    assertThat(response.body()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void answersWhatItCannotReadWithAProblem() throws Exception {
    assertProblem(post("/api/tap", "{\"card\":"), 400, "malformed");
    assertProblem(post("/api/tap", "[]"), 400, "malformed");
    assertProblem(post("/api/tap", "{\"card\":5}"), 400, "malformed");
    assertProblem(post("/api/tap", "{\"card\":\"" + "9".repeat(100) + "\"}"), 400, "malformed");
    assertProblem(
        post("/api/visit/seat", "{\"token\":\"x\",\"seat\":\"../etc\"}"), 400, "malformed");
    assertProblem(post("/api/visit/seat", "{\"token\":\"x\",\"minutes\":1e9}"), 400, "malformed");
    assertProblem(
        post("/api/visit/bookings", "{\"token\":\"x\",\"start\":2,\"end\":1}"), 400, "malformed");
    assertProblem(post("/api/nothing", "{}"), 404, "not-found");
    assertProblem(get("/%2e%2e/KioskMain.class"), 400, "malformed");
    assertProblem(get("/tap"), 404, "not-found");
    assertProblem(get("/x".repeat(4000)), 414, "malformed");
  }

  @Test
  void answersATornRequestLineWithAProblem() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write("GET /\u0001 HTTP\r\n\r\n".getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed\"");
      assertThat(answer).doesNotContain("Exception");
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), portal.uri().getPort());
    socket.setSoTimeout(15_000);
    return socket;
  }

  @Test
  void refusesBodiesThatAreTooLarge() throws Exception {
    assertProblem(post("/api/tap", "{\"card\":\"" + " ".repeat(5000) + "\"}"), 413, "too-large");
    HttpResponse<String> chunked =
        http.send(
            to("/api/tap")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[9000])))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertProblem(chunked, 413, "too-large");
  }

  @Test
  void refusesChangesFromOtherSitesAndOfOtherTypes() throws Exception {
    HttpResponse<String> foreign =
        http.send(
            to("/api/tap")
                .header("Content-Type", "application/json")
                .header("Origin", "http://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("{\"card\":\"card-anya\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    HttpResponse<String> form =
        http.send(
            to("/api/tap")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"card\":\"card-anya\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertProblem(foreign, 403, "malformed");
    assertProblem(form, 415, "malformed");
    assertThat(thread.<Boolean>call(() -> stage.desk().visit().isPresent())).isFalse();
  }

  @Test
  void acknowledgesNothingWhenTheDiskIsFull() throws Exception {
    String token =
        post("/api/tap", "{\"card\":\"card-anya\"}")
            .body()
            .replaceAll(".*\"token\":\"([^\"]*).*", "$1");
    stage.memory.fillDisk();

    assertProblem(post("/api/visit/seat", "{\"token\":\"" + token + "\"}"), 507, "storage-full");
    assertThat(stage.memory.records(SiteRecord.SessionStarted.class)).isEmpty();

    stage.memory.clearDisk();
    assertThat(post("/api/visit/seat", "{\"token\":\"" + token + "\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersOthersWhileTwoHundredBodiesTrickleIn() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Socket socket = connect();
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                ("POST /api/tap HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 20\r\n\r\n{")
                    .getBytes(US_ASCII));
      }
      long start = System.nanoTime();
      assertThat(get("/api/site").statusCode()).isEqualTo(200);
      assertThat(post("/api/tap", "{\"card\":\"card-anya\"}").statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));

      slow.getFirst().setSoTimeout(30_000);
      assertThat(slow.getFirst().getInputStream().readAllBytes())
          .as("a body that does not come in time ends its connection")
          .satisfies(it -> assertThat(new String(it, UTF_8)).doesNotContain("200 OK"));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void servesItsPageZippedWithAnEtagAndAStrictPolicy() throws Exception {
    HttpResponse<byte[]> page =
        http.send(
            to("/").header("Accept-Encoding", "gzip").GET().build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self'")
        .doesNotContain("unsafe");
    String etag = page.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again =
        http.send(
            to("/").header("If-None-Match", etag).GET().build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void drawsANumberForTheSeatThatIsAskedForAndRefusesWishesItCannotRead() throws Exception {
    String token = stage.tap(KioskStage.VERA).token();
    String path = "/api/visit/ticket";
    assertProblem(post(path, "{\"token\":\"x\",\"lab\":\"../x\"}"), 400, "malformed");
    assertProblem(post(path, "{\"token\":\"x\",\"features\":\"SOFA\"}"), 400, "malformed");
    assertProblem(post(path, "{\"token\":\"x\",\"features\":[\"SOFA\"]}"), 400, "malformed");
    assertProblem(
        post(path, "{\"token\":\"x\",\"features\":[\"WEBCAM\",\"WEBCAM\"]}"), 400, "malformed");
    assertProblem(
        post(path, "{\"token\":\"" + token + "\",\"features\":[\"WEBCAM\"]}"), 409, "no-such-seat");
    HttpResponse<String> drawn = post(path, "{\"token\":\"" + token + "\",\"lab\":\"lab\"}");
    assertThat(drawn.statusCode()).isEqualTo(200);
    assertThat(drawn.body()).contains("\"lab\":\"lab\"", "\"statedMinutes\":0");
  }

  @Test
  void showsOnThePublicDisplayTheBuildingAndNothingOfAnybody() throws Exception {
    assertThat(get("/display").body()).contains("/js/display.js");
    HttpResponse<java.io.InputStream> events =
        http.send(to("/display/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    try (java.io.BufferedReader lines =
        new java.io.BufferedReader(new java.io.InputStreamReader(events.body(), UTF_8))) {
      Screen screen = portal.screen();
      screen.show(Optional.of(stage.tap(KioskStage.VERA)));
      screen.show(kafedra.kiosk.session.Refusal.Plain.UNKNOWN_CARD);
      screen.show(stage.site());
      List<String> names = new java.util.ArrayList<>();
      String site = "";
      while (site.isEmpty()) {
        String line = String.valueOf(lines.readLine());
        if (line.startsWith("event: ")) {
          names.add(line);
        } else if (line.startsWith("data: {")) {
          site = line;
        }
      }
      assertThat(names).containsOnly("event: site");
      assertThat(site).contains("\"queue\"").doesNotContain("vera", "token", "greeting");
    }
  }
}
