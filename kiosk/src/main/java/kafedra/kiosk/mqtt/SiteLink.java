package kafedra.kiosk.mqtt;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kafedra.contract.codec.IncomingMessages;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.config.SecretText;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.Link;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.message.Message;
import kafedra.contract.message.SeatCommand;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.topic.Topics;
import kafedra.kiosk.seat.SeatCommands;
import kafedra.kiosk.seat.SeatOrders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to the building's own broker, where the workstations' agents are. */
public final class SiteLink implements SeatOrders, SeatCommands, AutoCloseable {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(SiteLink.class);

  /** What arrives. Called on the link's threads. */
  public interface Events {
    void up();

    void received(WorkstationId from, Message.FromAgent message);
  }

  private final MessageCodec codec;
  private final LinkMaker maker;
  private final LinkSettings settings;
  private final AtomicReference<Optional<MqttLink>> link = new AtomicReference<>(Optional.empty());
  private final IncomingMessages<WorkstationId, Message.FromAgent> incoming;

  public SiteLink(
      KioskId kiosk, URI broker, Optional<SecretText> secret, MessageCodec codec, LinkMaker maker) {
    this.maker = maker;
    this.codec = codec;
    incoming = new IncomingMessages<>(codec, Message.FromAgent.class, Topics::workstationOf);
    settings =
        new LinkSettings(
            broker,
            kiosk.value(),
            secret.map(SecretText::value).orElse(null),
            List.of(
                Topics.ALL_SEAT_REPORTS,
                Topics.ALL_SEAT_HEALTH,
                Topics.ALL_SEAT_REPLIES,
                Topics.ALL_SEAT_PRESENCE),
            null,
            KEEP_ALIVE);
  }

  /** Begins to connect; a broker that cannot be reached is tried again and again. */
  public void start(Events events) {
    MqttLink fresh = maker.make(settings, new Hearing(events));
    link.set(Optional.of(fresh));
    fresh.start();
  }

  public boolean isUp() {
    return link.get().filter(MqttLink::isUp).isPresent();
  }

  private final class Hearing implements LinkEvents {
    private final Events events;

    Hearing(Events events) {
      this.events = events;
    }

    @Override
    public void up() {
      events.up();
    }

    @Override
    public void down(String why) {
      // agents that are not heard become unknown by their silence
    }

    @Override
    public void received(List<Incoming> batch) {
      incoming.read(batch, events::received);
    }
  }

  @Override
  public void send(WorkstationId workstation, SeatOrder order) {
    Link.Sent sent = send(Topics.seatOrder(workstation), order);
    if (sent != Link.Sent.TAKEN) {
      log.debug(
          "Order {} for {} was not sent ({}); it is repeated", order.number(), workstation, sent);
    }
  }

  @Override
  public void send(WorkstationId workstation, SeatCommand command) {
    Link.Sent sent = send(Topics.seatCommand(workstation), command);
    if (sent != Link.Sent.TAKEN) {
      log.debug("{} for {} was not sent ({}); it is repeated", command.id(), workstation, sent);
    }
  }

  private Link.Sent send(String topic, Message.ToAgent message) {
    return link.get()
        .map(it -> it.send(topic, codec.encode(message), Link.Delivery.PLAIN))
        .orElse(Link.Sent.DOWN);
  }

  @Override
  public void close() {
    link.getAndSet(Optional.empty()).ifPresent(MqttLink::close);
  }
}
