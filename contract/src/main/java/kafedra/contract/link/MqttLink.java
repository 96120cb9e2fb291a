package kafedra.contract.link;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
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

  /**
   * Messages with QoS 1 that may be without the broker's answer, below every broker's receive
   * maximum.
   */
  public static final int IN_FLIGHT = 64;

  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration STEP_DEADLINE = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final int DENIED = 0x80;

  private static final Logger log = LoggerFactory.getLogger(MqttLink.class);

  private final LinkSettings settings;
  private final LinkEvents events;
  private final BlockingQueue<LinkEvents.Incoming> inbound = new ArrayBlockingQueue<>(INBOUND);
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
  private final AtomicLong dropped = new AtomicLong();
  private final Thread connector;
  private final Thread receiver;
  private volatile boolean open = true;
  private volatile @Nullable MqttAsyncClient connected;

  public MqttLink(LinkSettings settings, LinkEvents events) {
    this.settings = settings;
    this.events = events;
    connector =
        Thread.ofPlatform()
            .name("link-" + settings.clientId())
            .daemon(true)
            .unstarted(this::keepConnected);
    receiver =
        Thread.ofPlatform()
            .name("inbox-" + settings.clientId())
            .daemon(true)
            .unstarted(this::deliver);
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
    MqttAsyncClient client = connected;
    if (client == null) {
      return Sent.DOWN;
    }
    boolean assured = how != Delivery.PLAIN;
    if (assured && !inFlight.tryAcquire()) {
      return Sent.BUSY;
    }
    MqttMessage message = new MqttMessage(payload);
    message.setQos(assured ? 1 : 0);
    message.setRetained(how == Delivery.RETAINED);
    try {
      client.publish(topic, message, null, assured ? new Released(topic) : null);
      return Sent.TAKEN;
    } catch (MqttException refused) {
      if (assured) {
        inFlight.release();
      }
      return refused.getReasonCode() == MqttClientException.REASON_CODE_MAX_INFLIGHT
          ? Sent.BUSY
          : Sent.DOWN;
    }
  }

  /** Gives the place in flight back, and tells of a publication that the broker denied. */
  private final class Released implements MqttActionListener {
    private final String topic;

    Released(String topic) {
      this.topic = topic;
    }

    @Override
    public void onSuccess(IMqttToken token) {
      inFlight.release();
      int[] codes = token.getReasonCodes();
      if (codes != null && codes.length > 0 && codes[0] >= DENIED) {
        log.warn("{}: the broker denied {} with code {}", settings, topic, codes[0]);
      }
    }

    @Override
    public void onFailure(IMqttToken token, Throwable failure) {
      inFlight.release();
    }
  }

  private void keepConnected() {
    Duration pause = FIRST_PAUSE;
    while (open) {
      Attempt attempt = new Attempt();
      try {
        attempt.connect();
        pause = FIRST_PAUSE;
        tellUp();
        tellDown(attempt.awaitLoss());
      } catch (MqttException failed) {
        log.info(
            "{}: no connection ({}); trying again in about {} ms",
            settings,
            reason(failed),
            pause.toMillis());
      } catch (InterruptedException closing) {
        break;
      } finally {
        attempt.abandon();
      }
      if (!pauseFor(pause)) {
        break;
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  /**
   * Waits for between half of the pause and all of it, so that a district does not return in step.
   */
  private boolean pauseFor(Duration pause) {
    long millis = pause.toMillis();
    try {
      TimeUnit.MILLISECONDS.sleep(
          millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
      return open;
    } catch (InterruptedException closing) {
      return false;
    }
  }

  private static String reason(MqttException failed) {
    Throwable cause = failed.getCause();
    return cause != null ? cause.toString() : failed.toString();
  }

  /** One connection from its making to its loss. */
  private final class Attempt implements MqttCallback {
    private final BlockingQueue<String> loss = new ArrayBlockingQueue<>(1);
    private @Nullable MqttAsyncClient client;

    void connect() throws MqttException {
      MqttAsyncClient fresh =
          new MqttAsyncClient(
              settings.broker().toString(), settings.clientId(), new MemoryPersistence());
      client = fresh;
      fresh.setCallback(this);
      fresh.connect(options()).waitForCompletion(STEP_DEADLINE.toMillis());
      if (!settings.subscriptions().isEmpty()) {
        subscribe(fresh);
      }
      LinkSettings.PresenceNotice presence = settings.presence();
      if (presence != null) {
        fresh
            .publish(presence.topic(), presence.online(), 1, true)
            .waitForCompletion(STEP_DEADLINE.toMillis());
      }
      inFlight.drainPermits();
      inFlight.release(IN_FLIGHT);
      connected = fresh;
    }

    private void subscribe(MqttAsyncClient fresh) throws MqttException {
      MqttSubscription[] wanted =
          settings.subscriptions().stream()
              .map(filter -> new MqttSubscription(filter, 1))
              .toArray(MqttSubscription[]::new);
      IMqttToken token = fresh.subscribe(wanted);
      token.waitForCompletion(STEP_DEADLINE.toMillis());
      for (int code : token.getReasonCodes()) {
        if (code >= DENIED) {
          throw new MqttException(code);
        }
      }
    }

    private MqttConnectionOptions options() {
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setAutomaticReconnect(false);
      options.setCleanStart(true);
      options.setConnectionTimeout((int) STEP_DEADLINE.toSeconds());
      options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
      String secret = settings.secret();
      if (secret != null) {
        options.setUserName(settings.clientId());
        options.setPassword(secret.getBytes(StandardCharsets.UTF_8));
      }
      LinkSettings.PresenceNotice presence = settings.presence();
      if (presence != null) {
        MqttMessage will = new MqttMessage(presence.offline());
        will.setQos(1);
        will.setRetained(true);
        options.setWill(presence.topic(), will);
      }
      return options;
    }

    String awaitLoss() throws InterruptedException {
      return loss.take();
    }

    /** Lets go of the client, whatever state it is in; Paho keeps threads otherwise. */
    void abandon() {
      connected = null;
      MqttAsyncClient old = client;
      if (old == null) {
        return;
      }
      try {
        if (old.isConnected()) {
          sayGoodbye(old);
        }
        old.disconnectForcibly(0, 100, false);
      } catch (MqttException gone) {
        log.debug("{}: was gone already", settings);
      }
      try {
        old.close(true);
      } catch (MqttException gone) {
        log.debug("{}: could not be closed", settings);
      }
    }

    private void sayGoodbye(MqttAsyncClient old) throws MqttException {
      LinkSettings.PresenceNotice presence = settings.presence();
      if (presence != null) {
        old.publish(presence.topic(), presence.offline(), 1, true).waitForCompletion(1_000);
      }
      old.disconnect(500).waitForCompletion(1_000);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      connected = null;
      String why = response.getReasonString();
      if (why == null && response.getException() != null) {
        why = reason(response.getException());
      }
      loss.offer(why == null ? "connection closed" : why);
    }

    @Override
    public void mqttErrorOccurred(MqttException failure) {
      log.debug("{}: {}", settings, reason(failure));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
      LinkEvents.Incoming incoming = new LinkEvents.Incoming(topic, message.getPayload());
      if (!inbound.offer(incoming, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        dropped.incrementAndGet();
      }
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }

  private void tellUp() {
    log.info("{}: connected", settings);
    try {
      events.up();
    } catch (RuntimeException fault) {
      log.error("{}: what follows a connection failed; the link goes on", settings, fault);
    }
  }

  private void tellDown(String why) {
    log.info("{}: connection lost ({})", settings, why);
    try {
      events.down(why);
    } catch (RuntimeException fault) {
      log.error("{}: what follows a lost connection failed; the link goes on", settings, fault);
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
      connector.join(Duration.ofSeconds(5));
      receiver.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
