package kafedra.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** A pupil's hands at a kiosk's screen. */
public final class Portal implements AutoCloseable {
  private static final int TRIES = 600;

  private final URI portal;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Portal(URI portal) {
    this.portal = portal;
  }

  /** Taps a card; returns the visit. */
  public JsonNode tap(String card) throws IOException, InterruptedException {
    return post("/api/tap", "{\"card\":\"" + card + "\"}");
  }

  /** Takes any seat; returns the visit with its session. */
  public JsonNode takeSeat(JsonNode visit) throws IOException, InterruptedException {
    return post(
        "/api/visit/seat", "{\"token\":\"" + token(visit) + "\",\"seat\":null,\"minutes\":null}");
  }

  /** Ends the session. */
  public JsonNode endSession(JsonNode visit) throws IOException, InterruptedException {
    return post("/api/visit/end", "{\"token\":\"" + token(visit) + "\"}");
  }

  /** Waits until so many seats are free, as the screen shows it. */
  public void awaitFree(int seats) throws IOException, InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      if (get("/api/site").path("free").asInt(0) >= seats) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    throw new IOException(
        "the kiosk shows " + get("/api/site").path("free") + " free seats, not " + seats);
  }

  /** Waits until the controller has acknowledged everything; a long drain takes minutes. */
  public void awaitSent(Duration atMost) throws IOException, InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < until) {
      JsonNode health = get("/api/health");
      if (health.path("unsent").asLong(-1) == 0 && !health.path("controller").isNull()) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    throw new IOException("still unsent: " + get("/api/health"));
  }

  /** Waits until the card is known, which means that the replica has arrived. */
  public void awaitCard(String card) throws IOException, InterruptedException {
    IOException last = new IOException("never tried");
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        JsonNode visit = tap(card);
        post("/api/visit/leave", "{\"token\":\"" + token(visit) + "\"}");
        return;
      } catch (IOException unknown) {
        last = unknown;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
    throw last;
  }

  private static String token(JsonNode visit) {
    return visit.path("token").asString();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return read(HttpRequest.newBuilder(portal.resolve(path)).build());
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    return read(
        HttpRequest.newBuilder(portal.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private JsonNode read(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          request.uri() + " came to " + response.statusCode() + ": " + response.body());
    }
    return response.body().isEmpty()
        ? NullNode.getInstance()
        : JsonMapper.shared().readTree(response.body());
  }

  @Override
  public void close() {
    client.close();
  }
}
