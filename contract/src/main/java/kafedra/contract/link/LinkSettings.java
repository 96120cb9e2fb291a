package kafedra.contract.link;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whereto and as whom a link connects.
 *
 * @param broker such as {@code tcp://127.0.0.1:1883}
 * @param clientId the device's id; the broker derives the access rights from it
 * @param secret the device's password; null where the broker wants none
 * @param subscriptions topic filters
 * @param presence what is said while connected and, as last will, when the connection breaks; null
 *     for none
 * @param keepAlive the broker takes a silent client for lost after one and a half of these
 * @param tls who the device is, for a broker at {@code ssl://}; null for one without TLS
 */
public record LinkSettings(
    URI broker,
    String clientId,
    @Nullable String secret,
    List<String> subscriptions,
    @Nullable PresenceNotice presence,
    Duration keepAlive,
    @Nullable TlsIdentity tls) {
  /** Over a connection without TLS. */
  public LinkSettings(
      URI broker,
      String clientId,
      @Nullable String secret,
      List<String> subscriptions,
      @Nullable PresenceNotice presence,
      Duration keepAlive) {
    this(broker, clientId, secret, subscriptions, presence, keepAlive, null);
  }

  public LinkSettings {
    subscriptions = List.copyOf(subscriptions);
    if ("ssl".equals(broker.getScheme()) != (tls != null)) {
      throw new IllegalArgumentException(
          "certificates are for a broker at ssl://, and it wants them: " + broker);
    }
    if (keepAlive.toSeconds() < 1 || keepAlive.toSeconds() > 600) {
      throw new IllegalArgumentException(
          "keep-alive of " + keepAlive + " is not within 1 to 600 s");
    }
  }

  /** Retained payloads for one topic. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record PresenceNotice(String topic, byte[] online, byte[] offline) {}

  /** Without the secret. */
  @Override
  public String toString() {
    return clientId + "@" + broker;
  }
}
