package kafedra.controller;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One named thread with a bounded queue and a regular round. What finds the queue full is dropped
 * and counted: everything that comes here is asked for again by whoever misses it.
 */
final class Worker implements Executor, AutoCloseable {
  /** Pieces of work that may wait. */
  static final int QUEUE = 4096;

  /**
   * A round is followed by a rest of so many times its length, so that rounds which grow long, such
   * as comparing replicas while hundreds of bookings are made, leave three quarters of a core to
   * people.
   */
  private static final int REST = 3;

  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong dropped = new AtomicLong();
  private final long everyNanos;
  private final Runnable round;
  private final Thread thread;
  private volatile boolean open = true;

  /**
   * @param round what to do {@code every} so often, beside the queue
   */
  Worker(String name, Duration every, Runnable round) {
    this.everyNanos = every.toNanos();
    this.round = round;
    thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::loop);
  }

  void start() {
    thread.start();
  }

  @Override
  public void execute(Runnable work) {
    if (!queue.offer(work) && dropped.incrementAndGet() % QUEUE == 1) {
      log.warn(
          "{} is overloaded; {} pieces of work were dropped so far", thread.getName(), dropped);
    }
  }

  private void loop() {
    long next = System.nanoTime() + everyNanos;
    while (open) {
      try {
        Runnable work = queue.poll(next - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (work != null) {
          run(work);
        }
      } catch (InterruptedException closing) {
        return;
      }
      if (next - System.nanoTime() <= 0) {
        long began = System.nanoTime();
        run(round);
        long ended = System.nanoTime();
        next = ended + Math.max(everyNanos, REST * (ended - began));
      }
    }
  }

  private void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error fault) {
      // one bad piece of work must not end the thread that the others need
      log.error("{}: a piece of work failed; the thread goes on", thread.getName(), fault);
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join(CLOSE_DEADLINE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
