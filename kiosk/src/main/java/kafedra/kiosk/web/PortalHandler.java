package kafedra.kiosk.web;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafedra.contract.sqlite.StoreException;
import kafedra.kiosk.desk.DeskBusyException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests, each on a virtual thread of Jetty's, so that a slow body starves nobody. At most
 * {@value #AT_ONCE} are answered at a time.
 *
 * <p>A request is answered on the thread that Jetty called with it. Answering on another one,
 * before Jetty had its own thread back, was seen to hang 3 connections in 60,000 requests (Jetty
 * 12.1.14).
 */
final class PortalHandler extends Handler.Abstract {
  /** Bodies are no longer than this, bytes. */
  static final int MAX_BODY = 4 * 1024;

  /** A body must have come within this. */
  static final Duration BODY_DEADLINE = Duration.ofSeconds(8);

  /** Requests that are answered at the same time. */
  static final int AT_ONCE = 64;

  private static final String JSON = "application/json";
  private static final String CSP =
      "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
  private static final Logger log = LoggerFactory.getLogger(PortalHandler.class);

  private final Routes routes;
  private final ScreenEvents events;
  private final ViewJson json;
  private final Semaphore places = new Semaphore(AT_ONCE);

  PortalHandler(Routes routes, ScreenEvents events, ViewJson json) {
    this.routes = routes;
    this.events = events;
    this.json = json;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    secure(response.getHeaders());
    String method = request.getMethod();
    Exchange exchange = new Exchange(request, response, callback);
    if (Routes.changes(method)) {
      Optional<Problem> fault = guard(request);
      if (fault.isPresent()) {
        send(exchange, new Reply.Failed(fault.get()));
      } else if (method.equals("POST")) {
        readThenAnswer(exchange);
      } else {
        answerHere(exchange, Optional.empty());
      }
    } else if (path(request).equals("/events")) {
      listen(exchange, ScreenEvents.Audience.SCREEN);
    } else if (path(request).equals("/display/events")) {
      listen(exchange, ScreenEvents.Audience.DISPLAY);
    } else {
      answerHere(exchange, Optional.empty());
    }
    return true;
  }

  private record Exchange(Request request, Response response, Callback callback) {}

  private static void secure(HttpFields.Mutable headers) {
    headers.put("Content-Security-Policy", CSP);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
  }

  /** A page of another origin cannot send our type without asking, and its origin tells on it. */
  private static Optional<Problem> guard(Request request) {
    HttpFields headers = request.getHeaders();
    String type = headers.get(HttpHeader.CONTENT_TYPE);
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
      return Optional.of(Problem.of(415, "malformed", "Content-Type must be " + JSON));
    }
    String origin = headers.get(HttpHeader.ORIGIN);
    if (origin != null && !sameHost(origin, headers.get(HttpHeader.HOST))) {
      return Optional.of(Problem.of(403, "malformed", "Origin is another site"));
    }
    if (request.getLength() > MAX_BODY) {
      return Optional.of(tooLarge());
    }
    return Optional.empty();
  }

  private static boolean sameHost(String origin, @Nullable String host) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }

  private static Problem tooLarge() {
    return Problem.of(413, "too-large", "A body is at most " + MAX_BODY + " bytes");
  }

  /** A slow body costs a waiting virtual thread and no place among those that are answered. */
  private void readThenAnswer(Exchange exchange) {
    CompletableFuture<byte[]> body = new CompletableFuture<>();
    Content.Source.asByteArrayAsync(
        exchange.request(), MAX_BODY, Promise.Invocable.toPromise(body));
    try {
      answerHere(exchange, Optional.of(body.get(BODY_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)));
    } catch (ExecutionException unreadable) {
      if (unreadable.getCause() instanceof IllegalStateException) {
        send(exchange, new Reply.Failed(tooLarge()));
      } else {
        exchange.callback().failed(unreadable.getCause()); // the connection is of no more use
      }
    } catch (TimeoutException slow) {
      exchange.callback().failed(slow);
    } catch (InterruptedException closing) {
      exchange.callback().failed(closing);
    }
  }

  private void answerHere(Exchange exchange, Optional<byte[]> body) {
    if (!places.tryAcquire()) {
      send(exchange, new Reply.Failed(busy()));
      return;
    }
    try {
      send(exchange, answer(exchange.request(), body));
    } finally {
      places.release();
    }
  }

  private static Problem busy() {
    return Problem.of(503, "busy", "The kiosk is busy; nothing was done. Try again.");
  }

  private void listen(Exchange exchange, ScreenEvents.Audience audience) {
    if (events.isFull()) {
      send(exchange, new Reply.Failed(busy()));
      return;
    }
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    events.serve(audience, exchange.response(), exchange.callback());
  }

  private Reply answer(Request request, Optional<byte[]> body) {
    try {
      return routes.answer(
          new Routes.Call(
              request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
              path(request),
              query(request),
              body.map(bytes -> new Fields(json.read(bytes)))));
    } catch (BadRequestException wrong) {
      return new Reply.Failed(Problem.malformed(String.valueOf(wrong.getMessage())));
    } catch (StoreException failed) {
      log.error("Nothing was kept of a request", failed);
      return new Reply.Failed(
          Problem.of(507, "storage-full", "The kiosk cannot write; nothing was done."));
    } catch (DeskBusyException late) {
      log.warn("A request was not answered: {}", late.getMessage());
      return new Reply.Failed(busy());
    } catch (RuntimeException fault) {
      // a fault of ours must not show its insides to the outside, nor end the portal
      log.error("{} {} failed", request.getMethod(), path(request), fault);
      return new Reply.Failed(Problem.of(500, "unexpected", "The kiosk failed at this request."));
    }
  }

  private static String path(Request request) {
    return Request.getPathInContext(request);
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> parameters = new HashMap<>();
    for (org.eclipse.jetty.util.Fields.Field field : Request.extractQueryParameters(request)) {
      parameters.putIfAbsent(field.getName(), field.getValue());
    }
    return parameters;
  }

  private void send(Exchange exchange, Reply reply) {
    switch (reply) {
      case Reply.View(Object view) -> sendBytes(exchange, 200, JSON, json.write(view));
      case Reply.Nothing nothing -> {
        exchange.response().setStatus(204);
        exchange.callback().succeeded();
      }
      case Reply.Failed(Problem problem) ->
          sendBytes(
              exchange,
              problem.status(),
              "application/problem+json",
              json.write(problem.members()));
      case Reply.File file -> sendFile(exchange, file.asset());
    }
  }

  private static void sendBytes(Exchange exchange, int status, String type, byte[] content) {
    Response response = exchange.response();
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    write(exchange, type, content);
  }

  private static void write(Exchange exchange, String type, byte[] content) {
    Response response = exchange.response();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
    boolean head = exchange.request().getMethod().equals("HEAD");
    response.write(
        true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(content), exchange.callback());
  }

  private static void sendFile(Exchange exchange, Asset asset) {
    HttpFields asked = exchange.request().getHeaders();
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.ETAG, asset.etag());
    headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
    headers.put(HttpHeader.VARY, "Accept-Encoding");
    if (asset.etag().equals(asked.get(HttpHeader.IF_NONE_MATCH))) {
      exchange.response().setStatus(304);
      exchange.callback().succeeded();
      return;
    }
    HttpField accepts = asked.getField(HttpHeader.ACCEPT_ENCODING);
    boolean zip = accepts != null && accepts.contains("gzip") && asset.isSmallerZipped();
    if (zip) {
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    write(exchange, asset.type(), zip ? asset.zipped() : asset.plain());
  }
}
