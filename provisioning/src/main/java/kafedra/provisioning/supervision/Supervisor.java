package kafedra.provisioning.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Starts programs one after the other, each when the one before is ready; starts a dead one again;
 * stops them in reverse order.
 *
 * <p>Used from one thread, except for {@link #close}, which may come from any and ends a start that
 * is under way.
 */
public final class Supervisor implements AutoCloseable {
  private final Consumer<Supervised> listener;
  private final Duration stopWithin;
  private final Deque<Child> children = new ArrayDeque<>();
  private final ReentrantLock closed = new ReentrantLock();
  private volatile boolean closing;

  /**
   * @param listener told from several threads
   * @param stopWithin all programs together have this long to stop
   */
  public Supervisor(Duration stopWithin, Consumer<Supervised> listener) {
    this.stopWithin = stopWithin;
    this.listener = listener;
  }

  /**
   * Starts a program and returns when it is ready.
   *
   * @throws ProgramFailedException if it ends or does not become ready in time; it is stopped by
   *     {@link #close} with the others
   */
  public void start(Program program) {
    Child child;
    synchronized (this) {
      if (closing) {
        throw new IllegalStateException(
            "the supervisor is closed; «" + program.name() + "» was not started");
      }
      child = new Child(program, listener);
      children.push(child);
    }
    try {
      child.start();
    } catch (IOException unstartable) {
      throw new UncheckedIOException(
          "could not execute " + program.command().getFirst(), unstartable);
    }
  }

  /** The process of a program as it runs now; empty while it is dead. */
  public synchronized Optional<ProcessHandle> process(String name) {
    return children.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .flatMap(Child::handle);
  }

  /**
   * Stops all programs, the last started first, and kills those that do not end in time. Whoever
   * calls it while it is at work waits for the end of it.
   */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    closed.lock();
    try {
      stopAll();
    } finally {
      closed.unlock();
    }
  }

  private void stopAll() {
    long deadline = System.nanoTime() + stopWithin.toNanos();
    while (true) {
      Child last;
      synchronized (this) {
        last = children.poll();
      }
      if (last == null) {
        return;
      }
      last.stop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
  }
}
