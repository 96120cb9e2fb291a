package kafedra.agent.mqtt;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kafedra.agent.health.HealthReports;
import kafedra.agent.lock.SeatReports;
import kafedra.contract.codec.IncomingMessages;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.config.SecretText;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.Link;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.link.TlsIdentity;
import kafedra.contract.message.AgentPresence;
import kafedra.contract.message.Message;
import kafedra.contract.message.Reach;
import kafedra.contract.message.SeatCommand;
import kafedra.contract.message.SeatHealth;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.message.SeatReply;
import kafedra.contract.message.SeatReport;
import kafedra.contract.topic.Topics;

/** The connection of one workstation to its kiosk. */
public final class KioskLink implements SeatReports, HealthReports, AutoCloseable {
  /** The site broker tells the kiosk of a dead machine after one and a half of these. */
  static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  /** What the kiosk causes; called on the link's threads, and to return at once. */
  public interface Listener {
    void ordered(SeatOrder order);

    void commanded(SeatCommand command);

    /** There is a connection, and nothing is known of what arrived over the one before. */
    void connected();
  }

  private final MessageCodec codec = new MessageCodec();
  private final WorkstationId workstation;
  private final Listener listener;
  private final IncomingMessages<String, Message.ToAgent> incoming =
      new IncomingMessages<>(codec, Message.ToAgent.class, Function.identity());
  private final MqttLink link;

  /** Makes the connection that carries it all. */
  public interface Connector {
    MqttLink connect(LinkSettings settings, LinkEvents events);
  }

  /**
   * Prepares the connection.
   *
   * @param secret the password at the site broker; empty where it wants none
   * @param tls who the workstation is, and the authority of the kiosk it believes
   */
  public KioskLink(
      WorkstationId workstation,
      URI broker,
      Optional<SecretText> secret,
      Optional<TlsIdentity> tls,
      Connector connector,
      Listener listener) {
    this.workstation = workstation;
    this.listener = listener;
    link = connector.connect(settings(broker, secret, tls), new Events());
  }

  private LinkSettings settings(
      URI broker, Optional<SecretText> secret, Optional<TlsIdentity> tls) {
    return new LinkSettings(
        broker,
        workstation.value(),
        secret.map(SecretText::value).orElse(null),
        List.of(Topics.seatOrder(workstation), Topics.seatCommand(workstation)),
        new LinkSettings.PresenceNotice(
            Topics.seatPresence(workstation),
            codec.encode(new AgentPresence(Reach.ONLINE)),
            codec.encode(new AgentPresence(Reach.OFFLINE))),
        KEEP_ALIVE,
        tls.orElse(null));
  }

  /** Begins to connect, and returns at once. */
  public void start() {
    link.start();
  }

  @Override
  public Fate send(SeatReport report) {
    byte[] payload = codec.encode(report);
    return switch (link.send(Topics.seatReport(workstation), payload, Link.Delivery.PLAIN)) {
      case TAKEN -> Fate.LEFT;
      case DOWN, BUSY -> Fate.KEPT;
    };
  }

  @Override
  public void send(SeatHealth health) {
    var _ = link.send(Topics.seatHealth(workstation), codec.encode(health), Link.Delivery.PLAIN);
  }

  /** An answer that is lost is given again when the kiosk asks again. */
  public void send(SeatReply reply) {
    var _ = link.send(Topics.seatReply(workstation), codec.encode(reply), Link.Delivery.PLAIN);
  }

  public boolean isUp() {
    return link.isUp();
  }

  /** Payloads that could not be read since the start. */
  public long rejected() {
    return incoming.rejected();
  }

  @Override
  public void close() {
    link.close();
  }

  private final class Events implements LinkEvents {
    @Override
    public void up() {
      listener.connected();
    }

    /** Nothing to do: an open screen stays open up to its end. */
    @Override
    public void down(String why) {}

    @Override
    public void received(List<Incoming> batch) {
      incoming.read(
          batch,
          (_, message) -> {
            switch (message) {
              case SeatOrder order -> listener.ordered(order);
              case SeatCommand command -> listener.commanded(command);
            }
          });
    }
  }
}
