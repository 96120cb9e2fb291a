package kafedra.kiosk;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.codec.Decoded;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.Link;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.message.AgentPresence;
import kafedra.contract.message.Reach;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.message.SeatReport;
import kafedra.contract.message.SessionUse;
import kafedra.contract.topic.Topics;

/**
 * An agent that speaks the real protocol on the real broker, without a screen and without a clock.
 */
final class FakeAgent implements AutoCloseable {
  private final WorkstationId workstation;
  private final MessageCodec codec = new MessageCodec();
  private final Map<SessionId, SessionUse> uses = new LinkedHashMap<>();
  private final List<SeatOrder> orders = new ArrayList<>();
  private final MqttLink link;
  private Optional<SeatOrder.Open> open = Optional.empty();
  private long obeyed;

  FakeAgent(String workstation, URI broker, String secret) {
    this.workstation = new WorkstationId(workstation);
    link =
        new MqttLink(
            new LinkSettings(
                broker,
                workstation,
                secret,
                List.of(Topics.seatOrder(this.workstation)),
                new LinkSettings.PresenceNotice(
                    Topics.seatPresence(this.workstation),
                    codec.encode(new AgentPresence(Reach.ONLINE)),
                    codec.encode(new AgentPresence(Reach.OFFLINE))),
                Duration.ofSeconds(10)),
            new Inbox());
  }

  FakeAgent start() {
    link.start();
    return this;
  }

  synchronized Optional<SeatOrder.Open> open() {
    return open;
  }

  synchronized List<SeatOrder> orders() {
    return List.copyOf(orders);
  }

  synchronized Map<SessionId, SessionUse> uses() {
    return Map.copyOf(uses);
  }

  /** The person worked for so long. */
  synchronized void count(Duration signedIn, Duration active) {
    SessionId session = open.orElseThrow().session();
    uses.put(session, new SessionUse(session, signedIn, active));
    report();
  }

  synchronized void report() {
    SessionId session = open.map(SeatOrder.Open::session).orElse(null);
    SeatReport report =
        new SeatReport(
            session == null ? ScreenState.LOCKED : ScreenState.OPEN,
            session,
            obeyed,
            List.copyOf(uses.values()));
    var _ = link.send(Topics.seatReport(workstation), codec.encode(report), Link.Delivery.ASSURED);
  }

  /** Something that is no message of ours. */
  void babble(byte[] payload) {
    var _ = link.send(Topics.seatReport(workstation), payload, Link.Delivery.ASSURED);
  }

  private synchronized void obey(SeatOrder order) {
    orders.add(order);
    obeyed = order.number();
    open = Optional.ofNullable(order.open());
    order.settled().forEach(uses::remove);
    open.ifPresent(it ->
        uses.putIfAbsent(it.session(), new SessionUse(it.session(), Duration.ZERO, Duration.ZERO)));
    report();
  }

  private final class Inbox implements LinkEvents {
    @Override
    public void up() {
      report();
    }

    @Override
    public void down(String why) {}

    @Override
    public void received(List<Incoming> batch) {
      for (Incoming incoming : batch) {
        if (codec.decode(incoming.payload()) instanceof Decoded.Read(SeatOrder order)) {
          obey(order);
        }
      }
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
