package kafedra.provisioning.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Follows a kiosk's events to know whether somebody of flesh and blood stands before the screen.
 */
final class ScreenWatch implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final int REMEMBERED = 20;

  private final JsonCalls calls;
  private final Thread follower;
  private final Deque<String> ours = new ArrayDeque<>();
  private @Nullable String onScreen;
  private boolean strangerLeft;
  private @Nullable Instant lastStranger;
  private volatile boolean open = true;

  ScreenWatch(JsonCalls calls) {
    this.calls = calls;
    follower =
        Thread.ofPlatform()
            .name("screen-" + calls.at("/").getPort())
            .daemon(true)
            .unstarted(this::follow);
  }

  void start() {
    follower.start();
  }

  /** The visit with this token is one of our own pupils'. */
  synchronized void isOurs(String token) {
    ours.addLast(token);
    if (ours.size() > REMEMBERED) {
      ours.removeFirst();
    }
  }

  /** When a stranger was last seen: now, while one stands there. */
  synchronized Optional<Instant> lastStranger(Instant now) {
    if (strangerLeft || (onScreen != null && !ours.contains(onScreen))) {
      lastStranger = now;
      strangerLeft = false;
    }
    return Optional.ofNullable(lastStranger);
  }

  private synchronized void seen(@Nullable String token) {
    if (onScreen != null && !onScreen.equals(token) && !ours.contains(onScreen)) {
      strangerLeft = true;
    }
    onScreen = token;
  }

  private void follow() {
    while (open) {
      HttpRequest request = HttpRequest.newBuilder(calls.at("/events")).build();
      try {
        HttpResponse<Stream<String>> events =
            calls.client().send(request, HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = events.body()) {
          read(lines);
        }
      } catch (IOException | UncheckedIOException lost) {
        // the kiosk restarts; nobody stands before a dark screen
        seen(null);
      } catch (InterruptedException closing) {
        return;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
      } catch (InterruptedException closing) {
        return;
      }
    }
  }

  private void read(Stream<String> lines) {
    EventName name = new EventName();
    lines.forEach(line -> {
      if (line.startsWith("event:")) {
        name.value = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:") && name.value.equals("visit")) {
        seen(token(line.substring("data:".length())));
      }
    });
  }

  /** The event that the next data belongs to. */
  private static final class EventName {
    private String value = "";
  }

  private static @Nullable String token(String visit) {
    try {
      String token = JsonCalls.JSON.readTree(visit).path("token").asString("");
      return token.isEmpty() ? null : token;
    } catch (JacksonException unreadable) {
      return null;
    }
  }

  @Override
  public void close() {
    open = false;
    follower.interrupt();
  }
}
