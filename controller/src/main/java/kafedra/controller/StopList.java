package kafedra.controller;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, to be stopped in reverse; one that fails to stop does not keep the rest from
 * stopping.
 */
final class StopList implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StopList.class);

  private record Started(String name, AutoCloseable stop) {}

  private final Deque<Started> started = new ArrayDeque<>();

  /** Notes something that runs now, and gives it back. */
  <T extends AutoCloseable> T add(String name, T running) {
    started.push(new Started(name, running));
    return running;
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      Started last = started.pop();
      try {
        last.stop().close();
      } catch (Exception failed) { // AutoCloseable declares nothing narrower
        log.error("{} did not stop cleanly; stopping the rest", last.name(), failed);
      }
    }
  }
}
