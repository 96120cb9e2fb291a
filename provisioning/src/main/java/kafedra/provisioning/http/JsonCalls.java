package kafedra.provisioning.http;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON over HTTP/1.1 with one server, as one person with one cookie jar. */
final class JsonCalls {
  static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI server;
  private final HttpClient client;

  /** An answer: its status and its body, a missing node where there is none. */
  record Answer(int status, JsonNode body) {
    boolean isGood() {
      return status / 100 == 2;
    }

    /** The stable word of a problem, or the status where there is none. */
    String code() {
      return body.path("code").asString("status-" + status);
    }

    /** What the problem says to people. */
    String detail() {
      return body.path("detail").asString(body.path("title").asString("HTTP " + status));
    }
  }

  JsonCalls(URI server) {
    this.server = server;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .cookieHandler(new CookieManager())
            .build();
  }

  HttpClient client() {
    return client;
  }

  URI at(String path) {
    return server.resolve(path);
  }

  Answer get(String path) throws IOException {
    return send("GET", path, "application/json", BodyPublishers.noBody());
  }

  Answer send(String method, String path, JsonNode body) throws IOException {
    return send(
        method, path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  Answer send(String method, String path, String type, BodyPublisher body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(at(path))
            .timeout(PATIENCE)
            .header("Content-Type", type)
            .header("Origin", origin())
            .header("Accept-Language", "ru, en;q=0.5")
            .method(method, body)
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), parsed(response.body()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + at(path), interrupted);
    }
  }

  private String origin() {
    return server.getScheme() + "://" + server.getAuthority();
  }

  private static JsonNode parsed(byte[] body) {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }
}
