package kafedra.controller;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kafedra.contract.codec.Decoded;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.StreamId;
import kafedra.contract.link.Link.Delivery;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.FreeElsewhere;
import kafedra.contract.message.Message;
import kafedra.contract.message.Presence;
import kafedra.contract.message.Reach;
import kafedra.contract.message.RecordAck;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.message.SyncHead;
import kafedra.contract.message.SyncRequest;
import kafedra.contract.outbox.Outbox;
import kafedra.contract.outbox.OutboxCourier;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.SystemDeviceClock;
import kafedra.contract.topic.Topics;

/** A kiosk as the controller meets it: the real outbox, the real link, a replica in memory. */
final class FakeKiosk implements LinkEvents, AutoCloseable {
  private static final OutboxCourier.Timing QUICK =
      new OutboxCourier.Timing(Duration.ofMillis(5), Duration.ofMillis(500), Duration.ofDays(7));

  final KioskId id;
  final MqttLink link;
  final Map<String, ReplicaItem> replica = new ConcurrentHashMap<>();
  final List<FreeElsewhere> elsewhere = new CopyOnWriteArrayList<>();
  final List<Command> commands = new CopyOnWriteArrayList<>();
  final AtomicInteger replacements = new AtomicInteger();
  volatile ReplicaVersion have = ReplicaVersion.NONE;
  volatile ReplicaVersion head = ReplicaVersion.NONE;

  /** Pieces are thrown away while this is set: the line broke. */
  volatile boolean deafToPieces;

  private final MessageCodec codec = new MessageCodec();
  private final Outbox outbox = new Outbox(codec);
  private final SqliteFile file;
  private final SqliteWriter writer;
  private final SqliteReaders readers;
  private final StreamId stream;
  private final OutboxCourier courier;

  FakeKiosk(URI broker, String id, Path folder) {
    this.id = new KioskId(id);
    file = SqliteFile.open(folder.resolve(id + ".db"), Outbox.class, List.of(Outbox.MIGRATION));
    writer = new SqliteWriter(file, id + "-writer");
    readers = new SqliteReaders(file, 2);
    stream = writer.write(connection -> outbox.stream(connection, this.id));
    link =
        new MqttLink(
            new LinkSettings(
                broker,
                id,
                TestDistrict.SECRET,
                List.of(Topics.allFor(this.id)),
                new LinkSettings.PresenceNotice(
                    Topics.presence(this.id),
                    codec.encode(new Presence(Reach.ONLINE)),
                    codec.encode(new Presence(Reach.OFFLINE))),
                Duration.ofSeconds(5)),
            this);
    courier =
        new OutboxCourier(
            outbox,
            stream,
            writer,
            readers,
            codec,
            link,
            new SystemDeviceClock(InstantSource.system(), ClockTrust.TRUSTED),
            QUICK);
    courier.start();
    link.start();
  }

  void record(SiteRecord siteRecord) {
    long _ = writer.write(connection -> outbox.append(connection, siteRecord));
    courier.added();
  }

  long unsent() {
    return readers.read(outbox::extent).unsent();
  }

  void say(String topic, Message message) {
    link.send(topic, codec.encode(message), Delivery.PLAIN);
  }

  void ask() {
    say(Topics.syncRequest(id), new SyncRequest(have));
  }

  @Override
  public void up() {
    courier.linkUp();
    ask();
  }

  @Override
  public void down(String why) {
    courier.linkDown();
  }

  @Override
  public void received(List<Incoming> batch) {
    for (Incoming incoming : batch) {
      if (codec.decode(incoming.payload()) instanceof Decoded.Read(Message.ToKiosk message)) {
        hear(message);
      }
    }
  }

  private void hear(Message.ToKiosk message) {
    switch (message) {
      case RecordAck ack -> courier.acknowledged(ack);
      case SyncHead it -> {
        head = it.version();
        if (!it.version().equals(have)) {
          ask();
        }
      }
      case SyncChanges piece -> apply(piece);
      case FreeElsewhere places -> elsewhere.add(places);
      case Command command -> {
        commands.add(command);
        say(
            Topics.commandReply(id),
            new CommandReply(command.id(), CommandOutcome.REFUSED, "session-over"));
      }
    }
  }

  private void apply(SyncChanges piece) {
    boolean fits = piece.from().number() == 0 || piece.from().equals(have);
    if (deafToPieces || !fits) {
      return;
    }
    if (piece.from().number() == 0) {
      replica.clear();
      replacements.incrementAndGet();
    }
    for (ReplicaChange change : piece.changes()) {
      switch (change) {
        case ReplicaChange.Put put -> replica.put(put.key(), put.item());
        case ReplicaChange.Gone gone -> replica.remove(gone.key());
      }
    }
    have = piece.to();
    if (!piece.changes().isEmpty()) {
      ask();
    }
  }

  @Override
  public void close() {
    link.close();
    courier.close();
    writer.close();
    readers.close();
    file.close();
  }
}
