package kafedra.provisioning.http;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import kafedra.provisioning.lively.Portal;
import kafedra.provisioning.lively.PortalAwayException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A kiosk's screen, used as its own page uses it. */
public final class HttpPortal implements Portal, AutoCloseable {
  private final JsonCalls calls;
  private final ScreenWatch watch;

  public HttpPortal(URI kiosk) {
    calls = new JsonCalls(kiosk);
    watch = new ScreenWatch(calls);
  }

  /** Begins to watch the screen for real people. */
  public void start() {
    watch.start();
  }

  @Override
  public boolean isAwake() {
    JsonNode seats;
    try {
      seats = calls.get("/api/site").body().path("seats");
    } catch (IOException away) {
      return false;
    }
    for (JsonNode seat : seats) {
      if (seat.path("condition").asString("").equals("UNKNOWN")) {
        return false;
      }
    }
    return !seats.isEmpty();
  }

  @Override
  public Optional<Instant> lastVisitor(Instant now) {
    return watch.lastStranger(now);
  }

  @Override
  public Arrival arrive(String card) {
    JsonCalls.Answer visit = tap(card);
    if (!visit.isGood()) {
      return new Arrival.TurnedAway(visit.code());
    }
    String token = visit.body().path("token").asString();
    if (visit.body().path("session").isObject()) {
      goodbye(token);
      return new Arrival.SatAlready();
    }
    ObjectNode anySeat = withToken(token).putNull("seat").putNull("minutes");
    JsonCalls.Answer seated = post("/api/visit/seat", anySeat);
    goodbye(token);
    return seated.isGood() ? new Arrival.Seated() : new Arrival.TurnedAway(seated.code());
  }

  @Override
  public void leave(String card) {
    JsonCalls.Answer visit = tap(card);
    if (!visit.isGood()) {
      return;
    }
    String token = visit.body().path("token").asString();
    if (visit.body().path("session").isObject()) {
      post("/api/visit/end", withToken(token));
    }
    goodbye(token);
  }

  private JsonCalls.Answer tap(String card) {
    JsonCalls.Answer visit = post("/api/tap", JsonCalls.JSON.createObjectNode().put("card", card));
    JsonNode token = visit.body().path("token");
    if (token.isString()) {
      watch.isOurs(token.asString());
    }
    return visit;
  }

  private void goodbye(String token) {
    post("/api/visit/leave", withToken(token));
  }

  private static ObjectNode withToken(String token) {
    return JsonCalls.JSON.createObjectNode().put("token", token);
  }

  private JsonCalls.Answer post(String path, ObjectNode body) {
    try {
      return calls.send("POST", path, body);
    } catch (IOException away) {
      throw new PortalAwayException(calls.at(path) + " did not answer", away);
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
