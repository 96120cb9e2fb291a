package kafedra.provisioning.supervision;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One program with the thread that waits for its end. */
final class Child {
  static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Who ran this long was well, and is restarted after the first, short pause again. */
  static final Duration WELL = Duration.ofMinutes(1);

  private static final Duration ASK_EVERY = Duration.ofMillis(100);

  private final Program program;
  private final Consumer<Supervised> listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopAsked = lock.newCondition();
  private @Nullable Process process;
  private boolean stopping;

  Child(Program program, Consumer<Supervised> listener) {
    this.program = program;
    this.listener = listener;
  }

  String name() {
    return program.name();
  }

  Optional<ProcessHandle> handle() {
    lock.lock();
    try {
      return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    } finally {
      lock.unlock();
    }
  }

  /** Launches it, waits until it is ready, and from then on restarts it when it dies. */
  void start() throws IOException {
    LogFile.prepare(program.log());
    long begun = System.nanoTime();
    Process first = launch();
    awaitReady(first, begun);
    listener.accept(new Supervised.Ready(name(), Duration.ofNanos(System.nanoTime() - begun)));
    Thread.ofPlatform().name("watch-" + name()).daemon(true).start(() -> watch(first));
  }

  /** A program that others wait for is asked until it answers, has died or has had its time. */
  private void awaitReady(Process first, long begun) {
    while (!program.ready().isReady()) {
      if (pause(ASK_EVERY)) {
        throw failed("was stopped while it started");
      }
      if (!first.isAlive()) {
        throw failed("ended at its start with exit code " + first.exitValue());
      }
      if (System.nanoTime() - begun > program.startWithin().toNanos()) {
        throw failed("was not ready after " + program.startWithin().toSeconds() + " s");
      }
    }
    if (!first.isAlive()) {
      throw failed("ended at its start with exit code " + first.exitValue());
    }
  }

  private ProgramFailedException failed(String what) {
    return new ProgramFailedException(
        name(), what, program.log(), LogFile.lastWords(program.log()));
  }

  private Process launch() throws IOException {
    lock.lock();
    try {
      if (stopping) {
        throw new IOException(name() + " is not started any more: it is being stopped");
      }
      Process launched =
          new ProcessBuilder(program.command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()))
              .start();
      process = launched;
      return launched;
    } finally {
      lock.unlock();
    }
  }

  private void watch(Process first) {
    Process running = first;
    Duration next = FIRST_PAUSE;
    while (true) {
      long begun = System.nanoTime();
      try {
        running.waitFor();
      } catch (InterruptedException stopped) {
        return;
      }
      boolean wasWell = System.nanoTime() - begun > WELL.toNanos();
      next = wasWell ? FIRST_PAUSE : next;
      if (isStopping()) {
        return;
      }
      listener.accept(new Supervised.Died(name(), running.exitValue(), next));
      if (pause(next)) {
        return;
      }
      next = doubled(next);
      try {
        running = launch();
      } catch (IOException unstartable) {
        // the executable may be under replacement; the dead process stands for this attempt too
        continue;
      }
      listener.accept(new Supervised.Restarted(name()));
    }
  }

  private static Duration doubled(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private boolean isStopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  /** Waits, and says whether the program is to be stopped meanwhile. */
  private boolean pause(Duration howLong) {
    lock.lock();
    try {
      long left = howLong.toNanos();
      while (!stopping && left > 0) {
        left = stopAsked.awaitNanos(left);
      }
      return stopping;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks the program to end, and kills it when it has not within its own time or what is left of
   * everybody's.
   */
  void stop(Duration left) {
    Process last;
    lock.lock();
    try {
      stopping = true;
      stopAsked.signalAll();
      last = process;
    } finally {
      lock.unlock();
    }
    if (last == null || !last.isAlive()) {
      return;
    }
    last.destroy();
    Duration patience = left.compareTo(program.stopWithin()) < 0 ? left : program.stopWithin();
    try {
      if (!last.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        last.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
        listener.accept(new Supervised.Killed(name()));
      }
    } catch (InterruptedException interrupted) {
      last.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
