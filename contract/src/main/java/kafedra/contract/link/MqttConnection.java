package kafedra.contract.link;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kafedra.contract.link.Link.Delivery;
import kafedra.contract.link.Link.Sent;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to a broker, from its making to its loss: a Paho client that is used once. */
final class MqttConnection implements MqttCallback {
  /** Where arrived messages go. Called on Paho's thread, so it must not publish. */
  @FunctionalInterface
  interface Inbox {
    void put(LinkEvents.Incoming incoming) throws InterruptedException;
  }

  private record Outgoing(String topic, MqttMessage message) {}

  private static final Duration STEP_DEADLINE = Duration.ofSeconds(10);
  private static final Duration GOODBYE_DEADLINE = Duration.ofSeconds(1);
  private static final int DENIED = 0x80;
  private static final long ROOM_PAUSE_MICROS = 100;
  private static final Logger log = LoggerFactory.getLogger(MqttConnection.class);

  private final LinkSettings settings;
  private final Inbox inbox;
  private final KeepAlive keepAlive;
  private final MqttAsyncClient client;
  private final BlockingQueue<Outgoing> outgoing = new ArrayBlockingQueue<>(MqttLink.OUTBOUND);
  private final Thread sender;
  private final BlockingQueue<String> loss = new ArrayBlockingQueue<>(1);

  MqttConnection(LinkSettings settings, Inbox inbox) throws MqttException {
    this.settings = settings;
    this.inbox = inbox;
    keepAlive = new KeepAlive(settings.clientId());
    client =
        new MqttAsyncClient(
            settings.broker().toString(),
            settings.clientId(),
            new MemoryPersistence(),
            keepAlive,
            null);
    client.setCallback(this);
    sender =
        Thread.ofPlatform()
            .name("send-" + settings.clientId())
            .daemon(true)
            .unstarted(this::publishAll);
  }

  /** Connects, subscribes and says that it is present. */
  void open() throws MqttException {
    client.connect(options()).waitForCompletion(STEP_DEADLINE.toMillis());
    if (!settings.subscriptions().isEmpty()) {
      subscribe();
    }
    LinkSettings.PresenceNotice presence = settings.presence();
    if (presence != null) {
      client
          .publish(presence.topic(), presence.online(), 1, true)
          .waitForCompletion(STEP_DEADLINE.toMillis());
    }
    sender.start();
  }

  private void subscribe() throws MqttException {
    MqttSubscription[] wanted =
        settings.subscriptions().stream()
            .map(filter -> new MqttSubscription(filter, 1))
            .toArray(MqttSubscription[]::new);
    IMqttToken token = client.subscribe(wanted);
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
    TlsIdentity tls = settings.tls();
    if (tls != null) {
      options.setSocketFactory(tls.sockets());
      options.setHttpsHostnameVerificationEnabled(true);
    }
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

  /** Queues a message; what is still queued when the connection breaks is gone. */
  Sent send(String topic, byte[] payload, Delivery how) {
    MqttMessage message = new MqttMessage(payload);
    message.setQos(how == Delivery.PLAIN ? 0 : 1);
    message.setRetained(how == Delivery.RETAINED);
    return outgoing.offer(new Outgoing(topic, message)) ? Sent.TAKEN : Sent.BUSY;
  }

  private void publishAll() {
    try {
      while (true) {
        publish(outgoing.take());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (MqttException gone) {
      log.debug("{}: nothing more can be sent ({})", settings, reason(gone));
    }
  }

  /**
   * Publishes as soon as the broker allows: it says how many messages may be under way (Mosquitto:
   * 20), and Paho refuses more than that instead of waiting.
   */
  private void publish(Outgoing next) throws MqttException, InterruptedException {
    while (true) {
      try {
        client.publish(
            next.topic(),
            next.message(),
            null,
            next.message().getQos() == 0 ? null : new Outcome(next.topic()));
        return;
      } catch (MqttException refused) {
        if (refused.getReasonCode() != MqttClientException.REASON_CODE_MAX_INFLIGHT) {
          throw refused;
        }
        TimeUnit.MICROSECONDS.sleep(ROOM_PAUSE_MICROS);
      }
    }
  }

  /** Tells of a publication that the broker denied. */
  private final class Outcome implements MqttActionListener {
    private final String topic;

    Outcome(String topic) {
      this.topic = topic;
    }

    @Override
    public void onSuccess(IMqttToken token) {
      int[] codes = token.getReasonCodes();
      if (codes != null && codes.length > 0 && codes[0] >= DENIED) {
        log.warn("{}: the broker denied {} with code {}", settings, topic, codes[0]);
      }
    }

    @Override
    public void onFailure(IMqttToken token, Throwable failure) {
      log.debug("{}: {} may have been lost", settings, topic);
    }
  }

  /** Waits until the connection is gone, and says why. */
  String awaitLoss() throws InterruptedException {
    return loss.take();
  }

  /**
   * Lets go of the client in whatever state it is, saying goodbye where somebody listens; Paho
   * keeps threads otherwise.
   */
  void abandon() {
    sender.interrupt();
    try {
      if (client.isConnected()) {
        sayGoodbye();
      }
      client.disconnectForcibly(0, 100, false);
    } catch (MqttException gone) {
      log.debug("{}: was gone already", settings);
    }
    try {
      client.close(true);
    } catch (MqttException gone) {
      log.debug("{}: could not be closed", settings);
    }
    keepAlive.stop();
  }

  private void sayGoodbye() throws MqttException {
    LinkSettings.PresenceNotice presence = settings.presence();
    if (presence != null) {
      client
          .publish(presence.topic(), presence.offline(), 1, true)
          .waitForCompletion(GOODBYE_DEADLINE.toMillis());
    }
    client.disconnect(GOODBYE_DEADLINE.toMillis()).waitForCompletion(GOODBYE_DEADLINE.toMillis());
  }

  /** What went wrong, for a log. */
  static String reason(MqttException failed) {
    Throwable cause = failed.getCause();
    return cause != null ? cause.toString() : failed.toString();
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
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
    inbox.put(new LinkEvents.Incoming(topic, message.getPayload()));
  }

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
