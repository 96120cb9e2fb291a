package kafedra.kiosk.desk;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that touches the kiosk's state, with its queue and its clockwork. */
public final class DeskThread implements AutoCloseable {
  /** Pieces of work that may wait. */
  public static final int QUEUE = 1024;

  /** How long whoever waits for an answer does so. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How often time is looked at when nothing else happens. */
  public static final Duration TICK = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(DeskThread.class);

  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread;
  private volatile boolean open = true;
  private volatile Runnable afterEach = () -> {};
  private volatile Runnable everyTick = () -> {};

  public DeskThread() {
    thread = Thread.ofPlatform().name("kiosk-desk").daemon(true).unstarted(this::loop);
  }

  /**
   * Begins to work.
   *
   * @param tick done about every {@link #TICK}
   * @param after done after each piece of work and each tick
   */
  public void start(Runnable tick, Runnable after) {
    everyTick = tick;
    afterEach = after;
    thread.start();
  }

  /**
   * Does a piece of work on the desk's thread and waits for what it gives. An exception of the work
   * is thrown here.
   *
   * @throws DeskBusyException if the desk did not come to it in time; it then is not done at all
   */
  public <T> T call(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable item =
        () -> {
          if (result.isDone()) {
            return;
          }
          try {
            result.complete(work.get());
          } catch (RuntimeException | Error fault) {
            result.completeExceptionally(fault); // whoever waits handles it
          }
        };
    if (!open || !queue.offer(item)) {
      throw new DeskBusyException(queue.size());
    }
    try {
      return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      result.cancel(false);
      throw new DeskBusyException(queue.size());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      result.cancel(false);
      throw new DeskBusyException(queue.size());
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  /**
   * Leaves a piece of work and goes on. When the queue is full it is dropped and counted: who sent
   * it repeats it.
   */
  public void post(Runnable work) {
    if (!open || !queue.offer(work)) {
      dropped.incrementAndGet();
    }
  }

  /** Pieces of work that were dropped since the start. */
  public long dropped() {
    return dropped.get();
  }

  private void loop() {
    long nextTick = System.nanoTime();
    while (open) {
      try {
        long wait = nextTick - System.nanoTime();
        Runnable work = wait <= 0 ? null : queue.poll(wait, TimeUnit.NANOSECONDS);
        if (work == null) {
          nextTick = System.nanoTime() + TICK.toNanos();
          run(everyTick);
        } else {
          run(work);
        }
        run(afterEach);
      } catch (InterruptedException closing) {
        return;
      }
    }
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error fault) {
      // one bad message or a full disk must not stop the desk; what was not done is done again.
      // Nor must an error: a kiosk without this thread looks alive and does nothing
      log.error("The desk could not do a piece of work; it goes on", fault);
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
