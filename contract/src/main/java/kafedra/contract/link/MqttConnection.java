package kafedra.contract.link;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
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

  private static final Duration STEP_DEADLINE = Duration.ofSeconds(10);
  private static final Duration GOODBYE_DEADLINE = Duration.ofSeconds(1);
  private static final int DENIED = 0x80;
  private static final Logger log = LoggerFactory.getLogger(MqttConnection.class);

  private final LinkSettings settings;
  private final Inbox inbox;
  private final KeepAlive keepAlive;
  private final MqttAsyncClient client;
  private final Semaphore inFlight = new Semaphore(MqttLink.IN_FLIGHT);
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

  Sent send(String topic, byte[] payload, Delivery how) {
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

  /** Waits until the connection is gone, and says why. */
  String awaitLoss() throws InterruptedException {
    return loss.take();
  }

  /**
   * Lets go of the client in whatever state it is, saying goodbye where somebody listens; Paho
   * keeps threads otherwise.
   */
  void abandon() {
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
