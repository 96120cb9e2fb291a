package kafedra.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import kafedra.contract.codec.IncomingMessages;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.StreamId;
import kafedra.contract.link.Link.Delivery;
import kafedra.contract.link.Link.Sent;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.message.RecordAck;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A kiosk's outbox as the controller sees it: numbered records, a bounded way ahead of the
 * acknowledgement, counted as delivered when the controller has committed them. Its own records are
 * made up in memory, since the controller's rate is what is measured.
 */
public final class KioskStream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final StreamId stream;
  private final int perMessage;
  private final int window;
  private final MessageCodec codec = new MessageCodec();
  private final IncomingMessages<String, RecordAck> incoming =
      new IncomingMessages<>(codec, RecordAck.class, Function.identity());
  private final MqttLink link;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long acknowledged;
  private long repeats;

  /**
   * @param perMessage records in one MQTT message
   * @param window records sent ahead of the acknowledgement at the most
   */
  public KioskStream(
      URI broker,
      KioskId kiosk,
      @Nullable String secret,
      String epoch,
      int perMessage,
      int window) {
    this.stream = new StreamId(kiosk, epoch);
    this.perMessage = perMessage;
    this.window = window;
    link =
        new MqttLink(
            new LinkSettings(
                broker,
                kiosk.value(),
                secret,
                List.of(Topics.ack(kiosk)),
                null,
                Duration.ofSeconds(20)),
            new Acknowledgements());
    link.start();
  }

  private final class Acknowledgements implements LinkEvents {
    @Override
    public void up() {}

    @Override
    public void down(String why) {}

    @Override
    public void received(List<Incoming> batch) {
      incoming.read(batch, (_, ack) -> acknowledged(ack));
    }
  }

  private void acknowledged(RecordAck ack) {
    if (!ack.stream().equals(stream)) {
      return;
    }
    lock.lock();
    try {
      acknowledged = Math.max(acknowledged, ack.upTo());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public boolean isUp() {
    return link.isUp();
  }

  /** Records sent a second time because no acknowledgement came. */
  public long repeats() {
    return repeats;
  }

  /**
   * Sends this many records and returns when the controller has committed them all.
   *
   * @param kinds what they say, in turn; the number makes each one of its own
   */
  public void deliver(long count, List<SiteRecord> kinds) throws InterruptedException {
    List<byte[]> bodies = kinds.stream().map(codec::encodeRecord).toList();
    long start = position();
    long last = start + count;
    long next = start + 1;
    while (position() < last) {
      long ahead = next - 1 - position();
      if (next <= last && ahead < window) {
        int size = (int) Math.min(perMessage, last - next + 1);
        if (send(next, size, bodies) == Sent.TAKEN) {
          next += size;
        } else {
          Thread.onSpinWait();
        }
      } else if (!awaitProgress(position())) {
        repeats += next - 1 - position();
        next = position() + 1;
      }
    }
  }

  private Sent send(long first, int size, List<byte[]> kinds) {
    List<byte[]> bodies = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      bodies.add(kinds.get((int) ((first + i) % kinds.size())));
    }
    return link.send(
        Topics.records(stream.kiosk()),
        codec.encodeBatch(stream, 1, first, bodies),
        Delivery.PLAIN);
  }

  private long position() {
    lock.lock();
    try {
      return acknowledged;
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitProgress(long beyond) throws InterruptedException {
    lock.lock();
    try {
      long left = PATIENCE.toNanos();
      while (acknowledged <= beyond && left > 0) {
        left = changed.awaitNanos(left);
      }
      return acknowledged > beyond;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
