package kafedra.controller.web;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import kafedra.controller.fleet.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events, each stream on the virtual thread of its request. A slow reader holds up
 * itself alone: what it missed is one newer state, never a queue.
 */
final class EventStreams implements AutoCloseable {
  /** Open streams of one login; its browser tabs. */
  static final int MOST_OF_ONE = 12;

  /** Open streams of everybody. */
  static final int MOST = 400;

  /**
   * Without news the state is sent all the same: the line is proven, and what only time changes is
   * fresh.
   */
  static final Duration AT_LEAST = Duration.ofSeconds(15);

  /** The browser comes back by itself, with the rights it then has. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

  private final Guard guard;
  private final InstantSource clock;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private final Semaphore places = new Semaphore(MOST);
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What each stream waits on, to be woken when the server stops. */
  private final Set<Semaphore> waiting = ConcurrentHashMap.newKeySet();

  EventStreams(Guard guard, InstantSource clock) {
    this.guard = guard;
    this.clock = clock;
  }

  /**
   * What a stream tells.
   *
   * @param state as JSON, read anew for each event
   * @param watch told to call when the state changed
   * @param gap at least this between two events
   */
  record Feed(
      String event, Supplier<String> state, Function<Runnable, Watch> watch, Duration gap) {}

  /** Streams until the reader leaves, its rights end, or the server stops. */
  Reply stream(Call call, Feed feed) {
    String login = call.staff().login();
    enter(login);
    try {
      run(call, feed);
    } finally {
      leave(login);
    }
    return new Reply.Streamed();
  }

  private void enter(String login) {
    if (!places.tryAcquire()) {
      throw Problem.of(ProblemCode.TOO_MANY_STREAMS);
    }
    if (open.merge(login, 1, Integer::sum) > MOST_OF_ONE) {
      leave(login);
      throw Problem.of(ProblemCode.TOO_MANY_STREAMS);
    }
  }

  private void leave(String login) {
    open.computeIfPresent(login, (any, count) -> count > 1 ? count - 1 : null);
    places.release();
  }

  private void run(Call call, Feed feed) {
    Semaphore news = new Semaphore(1);
    waiting.add(news);
    Instant end = clock.instant().plus(LONGEST);
    try (Watch watch = feed.watch().apply(news::release)) {
      var response = call.context().disableCompression().res();
      response.setContentType("text/event-stream;charset=utf-8");
      response.setHeader("X-Accel-Buffering", "no");
      ServletOutputStream out = response.getOutputStream();
      write(out, "retry: 2000\n\n");
      while (mayGoOn(call, end)) {
        boolean told = news.tryAcquire(AT_LEAST.toMillis(), TimeUnit.MILLISECONDS);
        log.trace("{} after {}", feed.event(), told ? "news" : "silence");
        news.drainPermits();
        if (closing.getCount() == 0) {
          return;
        }
        write(out, "event: " + feed.event() + "\ndata: " + feed.state().get() + "\n\n");
        if (closing.await(feed.gap().toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (IOException left) {
      log.debug("a reader of {} left", feed.event());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.remove(news);
    }
  }

  /** Signed in still, by the same cookie; a grant that was taken away ends the sign-in with it. */
  private boolean mayGoOn(Call call, Instant end) {
    return closing.getCount() > 0
        && clock.instant().isBefore(end)
        && guard.caller(call.context()).filter(call.staff()::equals).isPresent();
  }

  private static void write(ServletOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    closing.countDown();
    waiting.forEach(Semaphore::release);
  }
}
