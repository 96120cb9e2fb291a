package kafedra.controller.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import kafedra.contract.sqlite.StoreException;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingJournal;
import kafedra.controller.booking.DoublePromiseException;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a controller that writes bookings in PostgreSQL. Whatever waits is written in a
 * few round trips and committed together. Clients that ask again as soon as they are answered would
 * fall into two halves that wait for one another's commits, so a group waits a moment for those who
 * were just answered. Should the database refuse a group, because another controller was quicker or
 * for the fault of one, its pieces of work are done again one by one, each in a turn during which
 * no other controller writes.
 */
public final class PostgresWriter implements AutoCloseable {
  /** Pieces of work committed together at the most. */
  public static final int GROUP = 512;

  /** Pieces of work that may wait; one more makes its submitter wait, for {@link #PATIENCE}. */
  public static final int QUEUE = 8192;

  /** How long a submitter waits for a place in the queue. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How often one piece of work meets other transactions in its turn before it fails. */
  static final int ATTEMPTS = 8;

  /** How long a group waits for those who were just answered; a fraction of what a commit takes. */
  private static final Duration GATHERING = Duration.ofNanos(300_000);

  /** How soon others' writing is noticed while there is nothing to do. */
  private static final Duration LISTEN = Duration.ofMillis(50);

  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(10);

  private record Item(@Nullable Piece<?> piece) {
    static final Item STOP = new Item(null);
  }

  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(QUEUE);
  private final WriterLink link;
  private final Thread thread;

  /** Pieces of work that were under way when the last group was committed. The thread's own. */
  private int underWay;

  private volatile @Nullable Consumer<List<Booking>> follower;
  private volatile boolean open = true;

  /**
   * Connects and brings the schema up to date.
   *
   * @throws StoreException if the database cannot be reached or used
   */
  public PostgresWriter(PostgresAddress address, Reconnecting strategy) {
    link = new WriterLink(address, strategy);
    thread = Thread.ofPlatform().name("schedule-writer").daemon(true).unstarted(this::loop);
    thread.start();
  }

  void follow(Consumer<List<Booking>> told) {
    follower = told;
  }

  <T> CompletableFuture<T> submit(Function<BookingJournal, T> work, Runnable undone) {
    Piece<T> piece = new Piece<>(work, undone);
    // the writer itself must not wait for the writer
    Duration patience = Thread.currentThread().equals(thread) ? Duration.ZERO : PATIENCE;
    try {
      if (!open || !queue.offer(new Item(piece), patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreException(
            open
                ? "The schedule's store is overloaded; nothing was kept. Try again."
                : "The schedule's store is closed; nothing was kept.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException(
          "Interrupted while waiting for the store; nothing was kept.", interrupted);
    }
    return piece.result();
  }

  private void loop() {
    List<Item> items = new ArrayList<>(GROUP);
    boolean running = true;
    while (running) {
      items.clear();
      try {
        Item first = queue.poll(LISTEN.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          items.add(first);
          queue.drainTo(items, GROUP - 1);
          gather(items);
        }
      } catch (InterruptedException interrupted) {
        break;
      }
      running = !items.contains(Item.STOP);
      listen();
      commitTogether(pieces(items));
    }
    failRest();
    link.close();
  }

  private void gather(List<Item> items) throws InterruptedException {
    long deadline = System.nanoTime() + GATHERING.toNanos();
    while (items.size() < Math.min(underWay, GROUP)) {
      Item next = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return;
      }
      items.add(next);
    }
  }

  private static List<Piece<?>> pieces(List<Item> items) {
    List<Piece<?>> pieces = new ArrayList<>(items.size());
    for (Item item : items) {
      if (item.piece() != null) {
        pieces.add(item.piece());
      }
    }
    return pieces;
  }

  /** Between transactions nothing of ours is under way, so what is read stands beside all of it. */
  private void listen() {
    try {
      tell(link.news());
    } catch (StoreException away) {
      // the link has logged it, and says so to whatever work comes before it is back
    }
  }

  private void tell(List<Booking> news) {
    Consumer<List<Booking>> told = follower;
    if (told != null && !news.isEmpty()) {
      told.accept(news);
    }
  }

  private void commitTogether(List<Piece<?>> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      link.ready();
    } catch (StoreException away) {
      group.forEach(it -> it.fail(away));
      return;
    }
    if (group.size() == 1) {
      alone(group.getFirst());
      return;
    }
    group.forEach(Piece::run);
    try {
      keep(group);
      underWay = group.size() + queue.size();
      group.forEach(Piece::settle);
    } catch (DoublePromiseException refused) {
      undo(group);
      group.forEach(this::inTurn);
    } catch (SQLException failed) {
      undo(group);
      if (isOfOne(failed)) {
        group.forEach(this::inTurn);
      } else {
        StoreException reason = nothingKept(failed);
        group.forEach(it -> it.fail(reason));
      }
    } catch (StoreException failed) {
      undo(group);
      group.forEach(it -> it.fail(failed));
    }
  }

  private void keep(List<Piece<?>> group) throws SQLException {
    List<Entry> entries = group.stream().flatMap(it -> it.entries().stream()).toList();
    if (entries.isEmpty()) {
      link.release();
    } else {
      link.commit(Sum.of(entries));
    }
  }

  private static void undo(List<Piece<?>> group) {
    group.reversed().forEach(Piece::undo);
  }

  private static boolean isOfOne(SQLException failed) {
    return SqlState.isOfTheContent(failed) || SqlState.isWorthAnotherTry(failed);
  }

  private static StoreException nothingKept(SQLException failed) {
    return new StoreException("Nothing was kept: " + failed.getMessage(), failed);
  }

  /**
   * Most often nobody else writes; where somebody was quicker, the piece of work waits its turn.
   */
  private void alone(Piece<?> piece) {
    piece.run();
    try {
      keep(List.of(piece));
      underWay = 1 + queue.size();
      piece.settle();
    } catch (DoublePromiseException quicker) {
      piece.undo();
      inTurn(piece);
    } catch (StoreException failed) {
      piece.undo();
      piece.fail(failed);
    } catch (SQLException failed) {
      piece.undo();
      if (isOfOne(failed)) {
        inTurn(piece);
      } else {
        piece.fail(nothingKept(failed));
      }
    }
  }

  /** Keeps other controllers waiting, knows all of theirs, and so meets nothing unforeseen. */
  private void inTurn(Piece<?> piece) {
    for (int attempt = 1; ; attempt++) {
      try {
        tell(link.takeTurn());
      } catch (StoreException away) {
        piece.fail(away);
        return;
      }
      piece.run();
      try {
        keep(List.of(piece));
        piece.settle();
        return;
      } catch (DoublePromiseException | StoreException failed) {
        piece.undo();
        piece.fail(failed);
        return;
      } catch (SQLException failed) {
        piece.undo();
        if (!SqlState.isWorthAnotherTry(failed) || attempt == ATTEMPTS) {
          piece.fail(reason(piece, failed));
          return;
        }
      }
    }
  }

  private static RuntimeException reason(Piece<?> piece, SQLException failed) {
    return piece
        .first()
        .filter(any -> SqlState.isInTheWay(failed))
        .<RuntimeException>map(booking -> new DoublePromiseException(booking, failed))
        .orElseGet(() -> nothingKept(failed));
  }

  private void failRest() {
    StoreException closed =
        new StoreException("The schedule's store was closed; the work was not kept.");
    for (Item item = queue.poll(); item != null; item = queue.poll()) {
      if (item.piece() != null) {
        item.piece().fail(closed);
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
    link.hurry();
    try {
      queue.put(Item.STOP);
      thread.join(CLOSE_DEADLINE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
