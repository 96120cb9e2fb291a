package kafedra.kiosk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import kafedra.contract.codec.Decoded;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.link.Link;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.Message;
import kafedra.contract.message.RecordAck;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SeatState;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.message.SyncHead;
import kafedra.contract.message.SyncRequest;
import kafedra.contract.topic.Topics;

/** A controller for one kiosk that speaks the real protocol and keeps everything in memory. */
final class FakeController implements AutoCloseable {
  static final String ID = "controller";
  static final String SECRET = "controller-secret";

  private final KioskId kiosk;
  private final MessageCodec codec = new MessageCodec();
  private final InstantSource clock = InstantSource.system();
  private final List<ReplicaChange> log = new ArrayList<>();
  private final TreeMap<Long, SiteRecord> records = new TreeMap<>();
  private final Map<String, SeatState> seats = new ConcurrentHashMap<>();
  private final List<KioskState> states = new CopyOnWriteArrayList<>();
  private final Map<String, CommandReply> replies = new ConcurrentHashMap<>();
  private final MqttLink link;
  private int pieceSize = SyncChanges.MOST;
  private int pieces;

  FakeController(KioskId kiosk, URI broker, List<ReplicaItem> building) {
    this.kiosk = kiosk;
    building.forEach(item -> log.add(new ReplicaChange.Put(item)));
    link =
        new MqttLink(
            new LinkSettings(
                broker, ID, SECRET, List.of(Topics.FROM_ALL_KIOSKS), null, Duration.ofSeconds(30)),
            new Inbox());
  }

  FakeController start() {
    link.start();
    return this;
  }

  synchronized void piecesOf(int size) {
    pieceSize = size;
  }

  /** Pieces of the replica that were sent. */
  synchronized int pieces() {
    return pieces;
  }

  private ReplicaVersion head() {
    return new ReplicaVersion("fake", log.size());
  }

  synchronized void put(ReplicaItem item) {
    log.add(new ReplicaChange.Put(item));
    sayHead();
  }

  private void sayHead() {
    send(Topics.syncHead(kiosk), new SyncHead(head()), Link.Delivery.RETAINED);
  }

  void command(Command command) {
    send(Topics.command(kiosk), command, Link.Delivery.ASSURED);
  }

  private void send(String topic, Message message, Link.Delivery how) {
    var _ = link.send(topic, codec.encode(message), how);
  }

  synchronized List<SiteRecord> records() {
    return List.copyOf(records.values());
  }

  <T extends SiteRecord> List<T> records(Class<T> type) {
    return records().stream().filter(type::isInstance).map(type::cast).toList();
  }

  Map<String, SeatState> seats() {
    return seats;
  }

  /** What the kiosk last told of itself. */
  Optional<KioskState> state() {
    return states.isEmpty() ? Optional.empty() : Optional.of(states.getLast());
  }

  Map<String, CommandReply> replies() {
    return replies;
  }

  private final class Inbox implements LinkEvents {
    @Override
    public void up() {
      synchronized (FakeController.this) {
        sayHead();
      }
    }

    @Override
    public void down(String why) {}

    @Override
    public void received(List<Incoming> batch) {
      for (Incoming incoming : batch) {
        if (codec.decode(incoming.payload()) instanceof Decoded.Read(Message message)) {
          take(message);
        }
      }
    }
  }

  private synchronized void take(Message message) {
    switch (message) {
      case RecordBatch batch -> take(batch);
      case SyncRequest request -> answer(request);
      case KioskState state -> states.add(state);
      case SeatState state -> seats.put(state.workstation().value(), state);
      case CommandReply reply -> replies.put(reply.id().value(), reply);
      default -> {}
    }
  }

  private void take(RecordBatch batch) {
    long next = records.isEmpty() ? 1 : records.lastKey() + 1;
    long number = batch.first();
    for (SiteRecord each : batch.records()) {
      if (number == next) {
        records.put(number, each);
        next++;
      }
      number++;
    }
    send(
        Topics.ack(kiosk),
        new RecordAck(batch.stream(), next - 1, clock.instant()),
        Link.Delivery.PLAIN);
  }

  private void answer(SyncRequest request) {
    boolean known = request.have().epoch().equals("fake") && request.have().number() <= log.size();
    int from = known ? (int) request.have().number() : 0;
    int to = Math.min(log.size(), from + pieceSize);
    Map<String, ReplicaChange> changes = new LinkedHashMap<>();
    log.subList(from, to).forEach(change -> changes.put(change.key(), change));
    pieces++;
    send(
        Topics.syncChanges(kiosk),
        new SyncChanges(
            new ReplicaVersion("fake", from),
            new ReplicaVersion("fake", to),
            head(),
            clock.instant(),
            List.copyOf(changes.values()),
            request.fill() == null ? null : "x".repeat(request.fill())),
        Link.Delivery.PLAIN);
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    link.close();
  }
}
