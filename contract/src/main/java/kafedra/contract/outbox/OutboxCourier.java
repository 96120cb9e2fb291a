package kafedra.contract.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.StreamId;
import kafedra.contract.link.Link;
import kafedra.contract.message.RecordAck;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.DeviceClock;
import kafedra.contract.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries an {@link Outbox} to the controller: sends in order, a bounded way ahead of the
 * acknowledgement, and again from the acknowledgement when none comes. After each connection it
 * first asks how far the controller is, and goes on from there, forwards or back.
 */
public final class OutboxCourier implements AutoCloseable {
  /** One batch holds about this many bytes: a quarter of a second on a line of 1 Mbit/s. */
  static final int BATCH_BYTES = 32 * 1024;

  /** Records that may be sent ahead of the acknowledgement. */
  static final int WINDOW = 2_000;

  private static final Logger log = LoggerFactory.getLogger(OutboxCourier.class);

  /**
   * @param linger how long a record may wait for company before it is sent; saves bytes
   * @param patience how long to wait for an acknowledgement before sending again
   * @param keep how long acknowledged records stay; longer than the interval of the controller's
   *     backups
   */
  public record Timing(Duration linger, Duration patience, Duration keep) {
    /** For a line of 1 Mbit/s and a nightly backup. */
    public static final Timing USUAL =
        new Timing(Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofDays(7));
  }

  private final Outbox outbox;
  private final StreamId stream;
  private final SqliteWriter writer;
  private final SqliteReaders readers;
  private final MessageCodec codec;
  private final Link link;
  private final DeviceClock clock;
  private final Timing timing;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // guarded by lock
  private boolean open = true;
  private boolean up;
  private boolean urgent;
  private boolean pending = true;
  private boolean asked;
  private boolean positionKnown;
  private long acknowledged;
  private long sentUpTo;
  private Duration lastProgress = Duration.ZERO;

  public OutboxCourier(
      Outbox outbox,
      StreamId stream,
      SqliteWriter writer,
      SqliteReaders readers,
      MessageCodec codec,
      Link link,
      DeviceClock clock,
      Timing timing) {
    this.outbox = outbox;
    this.stream = stream;
    this.writer = writer;
    this.readers = readers;
    this.codec = codec;
    this.link = link;
    this.clock = clock;
    this.timing = timing;
    thread = Thread.ofPlatform().name("outbox-courier").daemon(true).unstarted(this::loop);
  }

  public void start() {
    thread.start();
  }

  /** The link is up: ask how far the controller is. */
  public void linkUp() {
    signal(() -> {
      up = true;
      asked = false;
      positionKnown = false;
    });
  }

  /** The link is down: stop sending. */
  public void linkDown() {
    signal(() -> up = false);
  }

  /** Something was added to the outbox. It is sent within the linger time. */
  public void added() {
    lock.lock();
    try {
      pending = true;
    } finally {
      lock.unlock();
    }
  }

  /** The controller has committed up to here. An acknowledgement of another stream is ignored. */
  public void acknowledged(RecordAck ack) {
    if (!ack.stream().equals(stream)) {
      return;
    }
    long before;
    lock.lock();
    try {
      before = acknowledged;
    } finally {
      lock.unlock();
    }
    if (ack.upTo() != before) {
      var _ =
          writer.submit(connection -> {
            outbox.acknowledge(connection, ack.upTo(), clock.instant(), timing.keep());
            return true;
          });
    }
    signal(() -> {
      if (!positionKnown || ack.upTo() < acknowledged) {
        sentUpTo = ack.upTo();
      }
      if (ack.upTo() != acknowledged || !positionKnown) {
        lastProgress = clock.sinceBoot();
      }
      positionKnown = true;
      acknowledged = ack.upTo();
      sentUpTo = Math.max(sentUpTo, acknowledged);
    });
  }

  private void signal(Runnable change) {
    lock.lock();
    try {
      change.run();
      urgent = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void loop() {
    while (true) {
      try {
        if (!awaitTurn()) {
          return;
        }
        tick();
      } catch (InterruptedException closing) {
        return;
      } catch (StoreException unreadable) {
        log.error("The outbox cannot be read; trying again", unreadable);
      }
    }
  }

  /**
   * Waits until something must be done at once, or for the linger time, in which new records
   * gather.
   */
  private boolean awaitTurn() throws InterruptedException {
    lock.lock();
    try {
      long left = timing.linger().toNanos();
      while (open && !urgent && left > 0) {
        left = changed.awaitNanos(left);
      }
      urgent = false;
      return open;
    } finally {
      lock.unlock();
    }
  }

  /** Sends what may be sent now. */
  void tick() {
    while (sendOne()) {
      // until the window is full or the outbox is sent
    }
  }

  private boolean sendOne() {
    long first;
    boolean ask;
    lock.lock();
    try {
      if (!up) {
        return false;
      }
      boolean late = clock.since(lastProgress).compareTo(timing.patience()) > 0;
      if (!positionKnown) {
        ask = !asked || late;
        if (!ask) {
          return false;
        }
      } else {
        ask = false;
        if (late && sentUpTo > acknowledged) {
          log.info("{}: no acknowledgement beyond {}; sending again", stream, acknowledged);
          sentUpTo = acknowledged;
          lastProgress = clock.sinceBoot();
          pending = true;
        }
        if (!pending) {
          return false;
        }
        if (sentUpTo - acknowledged >= WINDOW) {
          return false;
        }
      }
      first = sentUpTo + 1;
    } finally {
      lock.unlock();
    }
    return ask ? askPosition() : sendFrom(first);
  }

  private boolean askPosition() {
    Outbox.Extent extent = readers.read(outbox::extent);
    long first = Math.max(extent.acknowledged() + 1, extent.oldest());
    Link.Sent sent = send(extent.oldest(), first, List.of());
    lock.lock();
    try {
      asked = sent == Link.Sent.TAKEN;
      lastProgress = clock.sinceBoot();
    } finally {
      lock.unlock();
    }
    return false;
  }

  private boolean sendFrom(long wanted) {
    nothingPending();
    Outbox.Extent extent = readers.read(outbox::extent);
    long first = Math.max(wanted, extent.oldest());
    if (first > extent.newest()) {
      return false;
    }
    added();
    List<byte[]> bodies = readers.read(connection -> outbox.from(connection, first, BATCH_BYTES));
    if (bodies.isEmpty() || send(extent.oldest(), first, bodies) != Link.Sent.TAKEN) {
      return false;
    }
    lock.lock();
    try {
      if (sentUpTo == acknowledged) {
        lastProgress = clock.sinceBoot();
      }
      sentUpTo = Math.max(sentUpTo, first + bodies.size() - 1);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Said before looking, so that what is added meanwhile is looked for again. */
  private void nothingPending() {
    lock.lock();
    try {
      pending = false;
    } finally {
      lock.unlock();
    }
  }

  private Link.Sent send(long oldest, long first, List<byte[]> bodies) {
    return link.send(
        Topics.records(stream.kiosk()),
        codec.encodeBatch(stream, oldest, first, bodies),
        Link.Delivery.PLAIN);
  }

  /** Records that the controller has not acknowledged. */
  public long unsent() {
    return readers.read(outbox::extent).unsent();
  }

  @Override
  public void close() {
    signal(() -> open = false);
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
