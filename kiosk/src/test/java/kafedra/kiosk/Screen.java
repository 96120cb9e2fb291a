package kafedra.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The screen's side of the portal. */
final class Screen implements AutoCloseable {
  record Answer(int status, JsonNode body) {
    String text(String field) {
      return body.path(field).asString("");
    }
  }

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI portal;
  private final List<String> events = new CopyOnWriteArrayList<>();

  Screen(URI portal) {
    this.portal = portal;
  }

  Answer get(String path) {
    return send(request(path).GET().build());
  }

  Answer post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  Answer delete(String path) {
    return send(request(path).header("Content-Type", "application/json").DELETE().build());
  }

  Answer tap(String card) {
    return post("/api/tap", "{\"card\":\"" + card + "\"}");
  }

  Answer act(String what, Answer visit) {
    return post("/api/visit/" + what, "{\"token\":\"" + visit.text("token") + "\"}");
  }

  Answer signIn(String number, String pin) {
    return post("/api/sign-in", "{\"number\":\"" + number + "\",\"pin\":\"" + pin + "\"}");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(portal.resolve(path)).timeout(Duration.ofSeconds(20));
  }

  Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      String body = response.body();
      return new Answer(
          response.statusCode(), json.readTree(body == null || body.isEmpty() ? "{}" : body));
    } catch (IOException failed) {
      return new Answer(0, json.readTree("{}"));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What was pushed since {@link #listen}, «event data». */
  List<String> events() {
    return events;
  }

  /** What was pushed with one name. */
  List<JsonNode> events(String name) {
    return events.stream()
        .filter(it -> it.startsWith(name + " "))
        .map(it -> json.readTree(it.substring(name.length() + 1)))
        .toList();
  }

  Screen listen() {
    Thread.ofVirtual().name("screen").start(this::readEvents);
    return this;
  }

  private void readEvents() {
    try {
      HttpResponse<java.io.InputStream> response =
          http.send(
              HttpRequest.newBuilder(portal.resolve("/events")).GET().build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        String event = "";
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (line.startsWith("event: ")) {
            event = line.substring(7);
          } else if (line.startsWith("data: ")) {
            events.add(event + " " + line.substring(6));
          }
        }
      }
    } catch (IOException gone) {
      events.add("gone");
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
