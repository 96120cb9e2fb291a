package kafedra.kiosk.mqtt;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import kafedra.contract.codec.IncomingMessages;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.config.SecretText;
import kafedra.contract.id.KioskId;
import kafedra.contract.link.Link;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.Message;
import kafedra.contract.message.Presence;
import kafedra.contract.message.QueueState;
import kafedra.contract.message.Reach;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SeatState;
import kafedra.contract.message.SyncRequest;
import kafedra.contract.topic.Topics;

/** The connection to the district's broker, through which the controller is reached. */
public final class DistrictLink implements Link, AutoCloseable {
  /** A line that broke is noticed after one and a half of these; each costs four bytes. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  /** What arrives. Called on the link's threads. */
  public interface Events {
    void up();

    void down();

    void received(Message.ToKiosk message);
  }

  private final KioskId kiosk;
  private final MessageCodec codec;
  private final LinkMaker maker;
  private final LinkSettings settings;
  private final AtomicReference<Optional<MqttLink>> link = new AtomicReference<>(Optional.empty());
  private final IncomingMessages<String, Message.ToKiosk> incoming;

  public DistrictLink(
      KioskId kiosk, URI broker, Optional<SecretText> secret, MessageCodec codec, LinkMaker maker) {
    this.maker = maker;
    this.kiosk = kiosk;
    this.codec = codec;
    incoming = new IncomingMessages<>(codec, Message.ToKiosk.class, Function.identity());
    settings =
        new LinkSettings(
            broker,
            kiosk.value(),
            secret.map(SecretText::value).orElse(null),
            List.of(Topics.allFor(kiosk)),
            new LinkSettings.PresenceNotice(
                Topics.presence(kiosk),
                codec.encode(new Presence(Reach.ONLINE)),
                codec.encode(new Presence(Reach.OFFLINE))),
            KEEP_ALIVE);
  }

  /** Begins to connect; a broker that cannot be reached is tried again and again. */
  public void start(Events events) {
    MqttLink fresh = maker.make(settings, new Hearing(events));
    link.set(Optional.of(fresh));
    fresh.start();
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
      events.down();
    }

    @Override
    public void received(List<Incoming> batch) {
      incoming.read(batch, (_, message) -> events.received(message));
    }
  }

  @Override
  public Sent send(String topic, byte[] payload, Delivery how) {
    return link.get().map(it -> it.send(topic, payload, how)).orElse(Sent.DOWN);
  }

  public Sent seat(SeatState state) {
    return send(
        Topics.seatState(kiosk, state.workstation()), codec.encode(state), Delivery.RETAINED);
  }

  public Sent queue(QueueState state) {
    return send(Topics.queueState(kiosk), codec.encode(state), Delivery.RETAINED);
  }

  public Sent help(HelpCalls calls) {
    return send(Topics.helpCalls(kiosk), codec.encode(calls), Delivery.RETAINED);
  }

  public Sent kiosk(KioskState state) {
    return send(Topics.kioskState(kiosk), codec.encode(state), Delivery.RETAINED);
  }

  public Sent reply(CommandReply reply) {
    return send(Topics.commandReply(kiosk), codec.encode(reply), Delivery.ASSURED);
  }

  public Sent probe(ReplicaVersion have, int fill) {
    return send(
        Topics.syncRequest(kiosk), codec.encode(new SyncRequest(have, fill)), Delivery.PLAIN);
  }

  public Sent ask(ReplicaVersion have) {
    return send(Topics.syncRequest(kiosk), codec.encode(new SyncRequest(have)), Delivery.PLAIN);
  }

  @Override
  public void close() {
    link.getAndSet(Optional.empty()).ifPresent(MqttLink::close);
  }
}
