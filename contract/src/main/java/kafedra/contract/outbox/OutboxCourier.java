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
  private final SendWindow window;
  private boolean open = true;
  private boolean urgent;

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
    window = new SendWindow(WINDOW, timing.patience());
    window.added();
    thread = Thread.ofPlatform().name("outbox-courier").daemon(true).unstarted(this::loop);
  }

  public void start() {
    thread.start();
  }

  /** The link is up: ask how far the controller is. */
  public void linkUp() {
    change(Urgency.NOW, window::linkUp);
  }

  /** The link is down: stop sending. */
  public void linkDown() {
    change(Urgency.NOW, window::linkDown);
  }

  /** Something was added to the outbox. It is sent within the linger time. */
  public void added() {
    change(Urgency.AFTER_LINGER, window::added);
  }

  /** The controller has committed up to here. An acknowledgement of another stream is ignored. */
  public void acknowledged(RecordAck ack) {
    if (!ack.stream().equals(stream)) {
      return;
    }
    change(
        Urgency.NOW,
        () -> {
          if (ack.upTo() != window.acknowledged()) {
            keep(ack.upTo());
          }
          window.acknowledged(ack.upTo(), clock.sinceBoot());
        });
  }

  /** Writes the acknowledgement down. Should that fail, the next one does it. */
  private void keep(long upTo) {
    var _ =
        writer.submit(connection -> {
          outbox.acknowledge(connection, upTo, clock.instant(), timing.keep());
          return true;
        });
  }

  private enum Urgency {
    NOW,
    AFTER_LINGER
  }

  private void change(Urgency urgency, Runnable what) {
    lock.lock();
    try {
      what.run();
      if (urgency == Urgency.NOW) {
        urgent = true;
        changed.signalAll();
      }
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
      } catch (RuntimeException fault) {
        // a full disk, or a mistake: without this thread nothing would reach the controller again
        added();
        log.error("The outbox could not be carried; what is in it is kept and tried again", fault);
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

  /** Sends until the window is full or everything is sent. */
  private void tick() {
    while (sendNext() == Link.Sent.TAKEN) {
      // there may be more
    }
  }

  private Link.Sent sendNext() {
    return switch (nextStep()) {
      case SendWindow.Step.Idle _ -> Link.Sent.BUSY;
      case SendWindow.Step.Ask _ -> ask();
      case SendWindow.Step.Send send -> sendFrom(send.first());
    };
  }

  /** Also notes that all is sent, before looking: what is added meanwhile is looked for again. */
  private SendWindow.Step nextStep() {
    lock.lock();
    try {
      SendWindow.Step step = window.next(clock.sinceBoot());
      if (step instanceof SendWindow.Step.Send) {
        window.allSent();
      }
      return step;
    } finally {
      lock.unlock();
    }
  }

  private Link.Sent ask() {
    change(Urgency.AFTER_LINGER, () -> window.asked(clock.sinceBoot()));
    Outbox.Extent extent = readers.read(outbox::extent);
    return send(extent.oldest(), Math.max(extent.acknowledged() + 1, extent.oldest()), List.of());
  }

  private Link.Sent sendFrom(long wanted) {
    Outbox.Extent extent = readers.read(outbox::extent);
    if (wanted > extent.newest() + 1) {
      return leapTo(wanted - 1);
    }
    long first = Math.max(wanted, extent.oldest());
    if (first > extent.newest()) {
      return Link.Sent.BUSY;
    }
    added();
    List<byte[]> bodies = readers.read(connection -> outbox.from(connection, first, BATCH_BYTES));
    Link.Sent sent = bodies.isEmpty() ? Link.Sent.BUSY : send(extent.oldest(), first, bodies);
    if (sent == Link.Sent.TAKEN) {
      long last = first + bodies.size() - 1;
      change(Urgency.AFTER_LINGER, () -> window.sent(last, clock.sinceBoot()));
    }
    return sent;
  }

  /** The receiver has numbers that were never given here: this is an older copy of the outbox. */
  private Link.Sent leapTo(long upTo) {
    added();
    long moved = writer.write(connection -> outbox.leap(connection, upTo));
    log.warn(
        "The controller has records up to {}, which this database does not know: it is an older"
            + " copy. {} records are sent under new numbers.",
        upTo,
        moved);
    return Link.Sent.TAKEN;
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
    change(Urgency.NOW, () -> open = false);
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
