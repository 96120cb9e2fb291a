package kafedra.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {
  @Test
  void livesThroughWorkAndRoundsThatFail() {
    AtomicInteger rounds = new AtomicInteger();
    AtomicInteger work = new AtomicInteger();
    Runnable failing =
        () -> {
          rounds.incrementAndGet();
          throw new IllegalStateException("a bad round");
        };
    try (Worker worker = new Worker("test-worker", Duration.ofMillis(5), failing)) {
      worker.start();
      worker.execute(() -> {
        throw new IllegalStateException("bad work");
      });
      worker.execute(() -> {
        throw new StackOverflowError("worse work");
      });
      worker.execute(work::incrementAndGet);
      await().until(() -> rounds.get() > 3 && work.get() == 1);
    }
  }

  @Test
  void dropsWhatFindsTheQueueFullInsteadOfBlocking() throws InterruptedException {
    CountDownLatch hold = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    try (Worker worker = new Worker("test-worker", Duration.ofHours(1), () -> {})) {
      for (int i = 0; i < Worker.QUEUE + 100; i++) {
        worker.execute(done::incrementAndGet);
      }
      worker.execute(hold::countDown); // dropped as well
      worker.start();
      await().until(() -> done.get() == Worker.QUEUE);
      worker.execute(hold::countDown);
      hold.await();
      assertThat(done).hasValue(Worker.QUEUE);
    }
  }

  @Test
  void partsStopInReverseAlsoPastOneThatFails() {
    List<String> stopped = new ArrayList<>();
    StopList parts = new StopList();
    AutoCloseable first = parts.add("first", () -> stopped.add("first"));
    AutoCloseable second =
        parts.add(
            "second",
            () -> {
              stopped.add("second");
              throw new IllegalStateException("does not stop");
            });
    AutoCloseable third = parts.add("third", () -> stopped.add("third"));
    assertThat(List.of(first, second, third)).doesNotContainNull();
    parts.close();
    parts.close();
    assertThat(stopped).containsExactly("third", "second", "first");
  }
}
