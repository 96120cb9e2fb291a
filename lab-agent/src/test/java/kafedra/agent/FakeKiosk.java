package kafedra.agent;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import kafedra.contract.codec.Decoded;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.Link;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.message.AgentPresence;
import kafedra.contract.message.Message;
import kafedra.contract.message.Reach;
import kafedra.contract.message.SeatHealth;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.message.SeatReport;
import kafedra.contract.topic.Topics;
import org.jspecify.annotations.Nullable;

/** A kiosk that knows one seat, says what a test tells it to say and keeps what it hears. */
final class FakeKiosk implements LinkEvents, AutoCloseable {
  private final MessageCodec codec = new MessageCodec();
  private final WorkstationId seat;
  private final MqttLink link;
  private final List<Message> heard = new CopyOnWriteArrayList<>();
  private long number;

  FakeKiosk(URI broker, String id, String secret, WorkstationId seat) {
    this.seat = seat;
    link =
        new MqttLink(
            new LinkSettings(
                broker,
                id,
                secret,
                List.of(Topics.ALL_SEAT_REPORTS, Topics.ALL_SEAT_HEALTH, Topics.ALL_SEAT_PRESENCE),
                null,
                Duration.ofSeconds(10)),
            this);
    link.start();
  }

  void open(SessionId session, Duration remaining) {
    order(new SeatOrder.Open(session, remaining, "Аня К."), List.of());
  }

  void lock(List<SessionId> settled) {
    order(null, settled);
  }

  private void order(SeatOrder.@Nullable Open wish, List<SessionId> settled) {
    say(codec.encode(new SeatOrder("run-1", ++number, wish, settled)));
  }

  void say(byte[] payload) {
    var _ = link.send(Topics.seatOrder(seat), payload, Link.Delivery.ASSURED);
  }

  void say(String payload) {
    say(payload.getBytes(StandardCharsets.UTF_8));
  }

  boolean isUp() {
    return link.isUp();
  }

  void forgetWhatWasHeard() {
    heard.clear();
  }

  Optional<SeatReport> report() {
    return last(SeatReport.class);
  }

  Optional<SeatHealth> health() {
    return last(SeatHealth.class);
  }

  Optional<Reach> presence() {
    return last(AgentPresence.class).map(AgentPresence::reach);
  }

  private <M> Optional<M> last(Class<M> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).reduce((_, later) -> later);
  }

  @Override
  public void up() {}

  @Override
  public void down(String why) {}

  @Override
  public void received(List<Incoming> batch) {
    for (Incoming each : batch) {
      switch (codec.decode(each.payload())) {
        case Decoded.Read(Message message) -> heard.add(message);
        case Decoded.Rejected rejected -> throw new AssertionError(rejected.toString());
      }
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
