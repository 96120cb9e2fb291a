package kafedra.contract.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT 5 connection over Eclipse Paho that comes back by itself.
 *
 * <p>Each connection is a new client with a clean session: Paho's own reconnect was seen to lose
 * messages and, at times, its subscriptions, and everything that must arrive is repeated by its
 * sender until it is answered. Arriving messages go to a bounded queue at once, so that nothing is
 * ever published from within Paho's callback.
 */
public final class MqttLink implements Link, AutoCloseable {
  /** Messages given to {@link LinkEvents#received} at once, at the most. */
  public static final int BATCH = 1024;

  /**
   * Arrived messages that may wait. A full queue holds back the broker for {@link #PATIENCE}, then
   * messages are dropped and counted.
   */
  public static final int INBOUND = 8192;

  /** Messages that may wait to be sent; one more is {@link Link.Sent#BUSY}. */
  public static final int OUTBOUND = 4096;

  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(MqttLink.class);

  private final LinkSettings settings;
  private final LinkEvents events;
  private final BlockingQueue<LinkEvents.Incoming> inbound = new ArrayBlockingQueue<>(INBOUND);
  private final AtomicLong dropped = new AtomicLong();
  private final Thread connector;
  private final Thread receiver;
  private volatile boolean open = true;
  private volatile @Nullable MqttConnection connected;

  public MqttLink(LinkSettings settings, LinkEvents events) {
    this.settings = settings;
    this.events = events;
    connector = thread("link-", this::keepConnected);
    receiver = thread("inbox-", this::deliver);
  }

  private Thread thread(String prefix, Runnable work) {
    return Thread.ofPlatform().name(prefix + settings.clientId()).daemon(true).unstarted(work);
  }

  /** Begins to connect, and returns at once: a program starts without its line. */
  public void start() {
    receiver.start();
    connector.start();
  }

  public boolean isUp() {
    return connected != null;
  }

  /** Arrived messages that had to be dropped since the start because nobody took them in time. */
  public long dropped() {
    return dropped.get();
  }

  @Override
  public Sent send(String topic, byte[] payload, Delivery how) {
    MqttConnection connection = connected;
    return connection == null ? Sent.DOWN : connection.send(topic, payload, how);
  }

  private void keepConnected() {
    Duration pause = FIRST_PAUSE;
    while (open) {
      try {
        MqttConnection connection = new MqttConnection(settings, this::enqueue);
        try {
          connection.open();
          pause = FIRST_PAUSE;
          stayUntilLost(connection);
        } finally {
          connected = null;
          connection.abandon();
        }
      } catch (MqttException failed) {
        log.info(
            "{}: no connection ({}); trying again in about {} ms",
            settings,
            MqttConnection.reason(failed),
            pause.toMillis());
      } catch (InterruptedException closing) {
        return;
      }
      if (!pauseFor(pause)) {
        return;
      }
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
  }

  private void stayUntilLost(MqttConnection connection) throws InterruptedException {
    connected = connection;
    log.info("{}: connected", settings);
    tell(events::up);
    String why = connection.awaitLoss();
    connected = null;
    log.info("{}: connection lost ({})", settings, why);
    tell(() -> events.down(why));
  }

  /** A mistake of the program must not cost it its link. */
  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException fault) {
      log.error("{}: news of the connection was not dealt with; the link goes on", settings, fault);
    }
  }

  /** Waits for half of the pause to all of it, so that a district does not return in step. */
  private boolean pauseFor(Duration pause) {
    long half = pause.toMillis() / 2;
    try {
      TimeUnit.MILLISECONDS.sleep(half + ThreadLocalRandom.current().nextLong(half + 1));
      return open;
    } catch (InterruptedException closing) {
      return false;
    }
  }

  private void enqueue(LinkEvents.Incoming incoming) throws InterruptedException {
    if (!inbound.offer(incoming, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      dropped.incrementAndGet();
    }
  }

  private void deliver() {
    List<LinkEvents.Incoming> batch = new ArrayList<>(BATCH);
    while (open) {
      batch.clear();
      try {
        batch.add(inbound.take());
      } catch (InterruptedException closing) {
        return;
      }
      inbound.drainTo(batch, BATCH - 1);
      try {
        events.received(List.copyOf(batch));
      } catch (RuntimeException fault) {
        // one bad message must not end the loop; what matters is sent again by its sender
        log.error("{}: a batch of {} messages failed", settings, batch.size(), fault);
      }
    }
  }

  /** Says goodbye, so that the last will need not, and stops both threads. */
  @Override
  public void close() {
    open = false;
    connector.interrupt();
    receiver.interrupt();
    try {
      connector.join(CLOSE_DEADLINE);
      receiver.join(CLOSE_DEADLINE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
