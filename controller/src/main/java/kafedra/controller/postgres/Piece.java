package kafedra.controller.postgres;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingJournal;
import org.jspecify.annotations.Nullable;

/** One piece of work and its answer. For the writer's thread. */
final class Piece<T> {
  private final Function<BookingJournal, T> work;
  private final Runnable undone;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private List<Entry> entries = List.of();
  private @Nullable T value;
  private @Nullable Throwable failure;

  Piece(Function<BookingJournal, T> work, Runnable undone) {
    this.work = work;
    this.undone = undone;
  }

  CompletableFuture<T> result() {
    return result;
  }

  /** Does the work in memory; one that throws leaves nothing there and writes nothing. */
  void run() {
    GatheredJournal journal = new GatheredJournal();
    entries = List.of();
    failure = null;
    try {
      value = work.apply(journal);
      entries = journal.entries();
    } catch (RuntimeException | Error failed) {
      // an error too: the thread must live, or whoever waits would wait for ever
      undone.run();
      failure = failed;
    }
  }

  List<Entry> entries() {
    return entries;
  }

  /** Takes back what the work did in memory. */
  void undo() {
    if (failure == null) {
      undone.run();
    }
  }

  /** Gives the answer, after the commit. */
  @SuppressWarnings("NullAway") // T itself may be a nullable type, such as Void
  void settle() {
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(failure);
    }
  }

  void fail(Throwable reason) {
    result.completeExceptionally(reason);
  }

  /** The first booking that it writes: the database does not say which one was in the way. */
  Optional<Booking> first() {
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Entered it -> {
          return Optional.of(it.booking());
        }
        case Entry.Replaced it -> {
          return Optional.of(it.after());
        }
        case Entry.CheckedIn it -> {
          return Optional.of(it.booking());
        }
        case Entry.Settled it -> {}
        case Entry.Together it -> {}
        case Entry.Attached it -> {}
      }
    }
    return Optional.empty();
  }
}
