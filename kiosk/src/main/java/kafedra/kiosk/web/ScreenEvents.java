package kafedra.kiosk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kafedra.kiosk.desk.Screen;
import kafedra.kiosk.desk.SiteView;
import kafedra.kiosk.desk.VisitView;
import kafedra.kiosk.session.Refusal;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events to whoever shows the portal. For each listener only the newest of each event
 * is kept, so a slow one costs neither memory nor the desk's time.
 */
final class ScreenEvents implements Screen, AutoCloseable {
  /** Listeners at the same time; one screen needs one. */
  static final int MOST = 16;

  /** A sign of life when nothing else is said, so that a dead connection is noticed. */
  static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

  /** Who listens. */
  enum Audience {
    /** The kiosk's own screen: whoever stands before it sees what is theirs. */
    SCREEN,
    /** A public display: the building, and nothing of anybody's visit. */
    DISPLAY
  }

  private final ViewJson json;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private volatile byte[] lastSite = new byte[0];
  private volatile byte[] lastVisit;
  private volatile boolean open = true;

  ScreenEvents(ViewJson json) {
    this.json = json;
    lastVisit = event("visit", null);
  }

  @Override
  public void show(SiteView site) {
    lastSite = event("site", site);
    listeners.forEach(listener -> listener.offer("site", lastSite));
  }

  @Override
  public void show(Optional<VisitView> visit) {
    lastVisit = event("visit", visit.orElse(null));
    toScreens("visit", lastVisit);
  }

  /** For who listens now: whoever comes later did not tap that card. */
  @Override
  public void show(Refusal refusal) {
    byte[] event = event("refusal", Problem.of(refusal).members());
    toScreens("refusal", event);
  }

  private void toScreens(String name, byte[] event) {
    listeners.stream()
        .filter(listener -> listener.audience == Audience.SCREEN)
        .forEach(listener -> listener.offer(name, event));
  }

  private byte[] event(String name, @Nullable Object view) {
    String data = new String(json.write(view), StandardCharsets.UTF_8);
    return ("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  boolean isFull() {
    return listeners.size() >= MOST;
  }

  /** Serves a listener until it goes away; blocks, so that it needs a thread of its own. */
  void serve(Audience audience, Response response, Callback callback) {
    Listener listener = new Listener(audience);
    listeners.add(listener);
    listener.offer("site", lastSite);
    if (audience == Audience.SCREEN) {
      listener.offer("visit", lastVisit);
    }
    try {
      while (open) {
        Content.Sink.write(response, false, ByteBuffer.wrap(listener.next()));
      }
      callback.succeeded();
    } catch (IOException gone) {
      callback.failed(gone);
    } catch (InterruptedException closing) {
      callback.failed(closing);
    } finally {
      listeners.remove(listener);
    }
  }

  private static final class Listener {
    private static final byte[] LIFE = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Audience audience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SequencedMap<String, byte[]> newest = new LinkedHashMap<>();
    private boolean woken;

    Listener(Audience audience) {
      this.audience = audience;
    }

    /** The last event comes last: a visit that began after a refusal is shown over it. */
    void offer(String name, byte[] event) {
      change(() -> newest.putLast(name, event));
    }

    void wake() {
      change(() -> {});
    }

    private void change(Runnable change) {
      lock.lock();
      try {
        change.run();
        woken = true;
        changed.signal();
      } finally {
        lock.unlock();
      }
    }

    /** What is new, or a sign of life after {@link #SIGN_OF_LIFE} without news. */
    byte[] next() throws InterruptedException {
      lock.lock();
      try {
        long left = SIGN_OF_LIFE.toNanos();
        while (!woken && left > 0) {
          left = changed.awaitNanos(left);
        }
        woken = false;
        if (newest.isEmpty()) {
          return LIFE;
        }
        ByteArrayOutputStream news = new ByteArrayOutputStream();
        newest.values().forEach(news::writeBytes);
        newest.clear();
        return news.toByteArray();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Lets all listeners go. */
  @Override
  public void close() {
    open = false;
    listeners.forEach(Listener::wake);
  }
}
