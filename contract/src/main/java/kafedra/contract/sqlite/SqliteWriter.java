package kafedra.contract.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a program that writes to its database. Whatever waits is committed together:
 * one sync of the disk serves up to {@value #GROUP} pieces of work, each of which still succeeds or
 * fails alone. A future completes only after the commit.
 */
public final class SqliteWriter implements AutoCloseable {
  /** Pieces of work committed together at the most. */
  public static final int GROUP = 512;

  /**
   * Pieces of work that may wait; one more makes its submitter wait, and fails after {@link
   * #PATIENCE}.
   */
  public static final int QUEUE = 8192;

  /** How long a submitter waits for a place in the queue. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(10);

  private sealed interface Item {}

  private static final class Job<T> implements Item {
    final SqlWork<T> work;
    final Runnable undone;
    final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable T value;

    Job(SqlWork<T> work, Runnable undone) {
      this.work = work;
      this.undone = undone;
    }

    void run(Connection connection) throws SQLException {
      value = work.run(connection);
    }

    @SuppressWarnings("NullAway") // T itself may be a nullable type, such as Void
    void succeed() {
      result.complete(value);
    }
  }

  private enum Stop implements Item {
    STOP
  }

  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(QUEUE);
  private final SqliteFile file;
  private final Connection connection;
  private final Transaction transaction;
  private final Thread thread;
  private volatile boolean open = true;

  /** A writer on a small machine. */
  public SqliteWriter(SqliteFile file, String name) {
    this(file, name, WriterRoom.SMALL);
  }

  /**
   * @param name of the thread, such as {@code kiosk-writer}
   */
  public SqliteWriter(SqliteFile file, String name, WriterRoom room) {
    this.file = file;
    try {
      connection = file.openWriter(room);
      transaction = new Transaction(connection);
    } catch (SQLException failed) {
      throw new StoreException("Cannot open " + file.path() + " for writing.", failed);
    }
    thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::loop);
    thread.start();
  }

  /**
   * Queues work. The future completes after its commit, or exceptionally with what the work threw,
   * or with a {@link StoreException} when the commit failed; in both cases nothing of the work was
   * kept.
   *
   * @throws StoreException if the writer is closed or the queue stayed full
   */
  public <T> CompletableFuture<T> submit(SqlWork<T> work) {
    return submit(work, () -> {});
  }

  /**
   * As {@link #submit(SqlWork)}, for work that also changes something in memory.
   *
   * @param undone called on the writer's thread when the work was begun and is not kept, before any
   *     later work runs and before the future completes; of several the last work's first. It must
   *     not throw
   */
  public <T> CompletableFuture<T> submit(SqlWork<T> work, Runnable undone) {
    Job<T> job = new Job<>(work, undone);
    try {
      if (!open || !queue.offer(job, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreException(
            open
                ? "The store is overloaded; nothing was kept. Try again."
                : "The store is closed.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException(
          "Interrupted while waiting for the store; nothing was kept.", interrupted);
    }
    return job.result;
  }

  /**
   * Does work and waits until it is committed.
   *
   * @throws StoreException if it failed for a reason of the database; an unchecked exception of the
   *     work is thrown as it is
   */
  public <T> T write(SqlWork<T> work) {
    try {
      return submit(work).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted; the work may or may not be kept.", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new StoreException("The store could not keep the work: " + failed.getCause(), failed);
    }
  }

  private void loop() {
    List<Item> group = new ArrayList<>(GROUP);
    boolean running = true;
    while (running) {
      group.clear();
      try {
        group.add(queue.take());
      } catch (InterruptedException interrupted) {
        break;
      }
      queue.drainTo(group, GROUP - 1);
      running = !group.contains(Stop.STOP);
      commitTogether(group);
    }
    closeConnection();
    failRest();
  }

  private void commitTogether(List<Item> group) {
    List<Job<?>> done = new ArrayList<>(group.size());
    try {
      transaction.begin();
      for (Item item : group) {
        if (item instanceof Job<?> job && runAlone(job)) {
          done.add(job);
        }
      }
      transaction.commit();
    } catch (SQLException failed) {
      file.failed(failed);
      transaction.abandon();
      done.reversed().forEach(job -> job.undone.run());
      failAll(
          group,
          new StoreException(
              "Nothing was kept: " + failed.getMessage() + ". Maybe the disk is full.", failed));
      return;
    }
    done.forEach(Job::succeed);
  }

  /** Those that failed alone before keep their own reason. */
  private static void failAll(List<Item> group, StoreException reason) {
    for (Item item : group) {
      if (item instanceof Job<?> job) {
        job.result.completeExceptionally(reason);
      }
    }
  }

  /**
   * Runs one job under a savepoint, so that its failure undoes it alone.
   *
   * @throws SQLException if it cannot be undone alone, because SQLite has ended the transaction by
   *     itself, as it may on a full or failing disk; then nothing of the group was kept
   */
  private boolean runAlone(Job<?> job) throws SQLException {
    transaction.beginPiece();
    try {
      job.run(connection);
      transaction.keepPiece();
      return true;
    } catch (SQLException | RuntimeException | Error failed) {
      // an error too: the thread must live, or whoever waits would wait for ever
      file.failed(failed);
      job.undone.run();
      job.result.completeExceptionally(failed);
      transaction.undoPiece();
      return false;
    }
  }

  private void closeConnection() {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // every acknowledged commit is on the disk already
    }
  }

  private void failRest() {
    StoreException closed = new StoreException("The store was closed; the work was not kept.");
    for (Item item = queue.poll(); item != null; item = queue.poll()) {
      if (item instanceof Job<?> job) {
        job.result.completeExceptionally(closed);
      }
    }
  }

  /** Finishes what waits, then closes. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      queue.put(Stop.STOP);
      thread.join(CLOSE_DEADLINE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
