package kafedra.kiosk;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running kiosk; {@link KioskMain#start} builds and starts it. Closing stops its parts in the
 * reverse order of their start, all of them, whatever one of them says.
 */
public final class KioskProgram implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KioskProgram.class);

  private record Part(String name, AutoCloseable closing) {}

  private final Deque<Part> started = new ArrayDeque<>();
  private URI portal = URI.create("http://127.0.0.1");
  private URI siteBroker = URI.create("tcp://127.0.0.1");

  KioskProgram() {}

  /** Remembers a part that has started. */
  <T extends AutoCloseable> T started(String name, T part) {
    started.push(new Part(name, part));
    return part;
  }

  void listensAt(URI portalUri, URI siteBrokerUri) {
    portal = portalUri;
    siteBroker = siteBrokerUri;
  }

  /** Where the screen finds the portal. */
  public URI portal() {
    return portal;
  }

  /** Where the agents find their broker. */
  public URI siteBroker() {
    return siteBroker;
  }

  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      Part part = started.pop();
      try {
        part.closing().close();
      } catch (Exception failed) { // AutoCloseable declares nothing narrower
        log.warn("{} did not stop cleanly", part.name(), failed);
      }
    }
  }
}
