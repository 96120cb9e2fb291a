package kafedra.agent.linux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kafedra.agent.curtain.CurtainOrder;
import kafedra.agent.curtain.CurtainWords;
import kafedra.agent.curtain.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a locker listens to the agent: a socket in a folder that only the agent's account may
 * enter. One agent is heard at a time, the one that came last.
 */
public final class LockerSocket implements AutoCloseable {
  /** Orders that may wait; an agent waits for each answer, so there is hardly ever one. */
  private static final int LIMIT = 16;

  private static final Logger log = LoggerFactory.getLogger(LockerSocket.class);

  /** An order, and whom to answer. */
  public record Request(CurtainOrder order, SocketChannel from) {
    /** An agent that has gone meanwhile hears nothing. */
    public void answer(Sight sight) {
      try {
        from.write(
            ByteBuffer.wrap((CurtainWords.write(sight) + "\n").getBytes(StandardCharsets.UTF_8)));
      } catch (IOException gone) {
        log.debug("the agent has gone: {}", gone.toString());
      }
    }
  }

  private final BlockingQueue<Request> requests = new ArrayBlockingQueue<>(LIMIT);
  private final ServerSocketChannel server;

  /**
   * Listens.
   *
   * @throws UncheckedIOException if it cannot
   */
  public LockerSocket(Path path) {
    try {
      Files.deleteIfExists(path);
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot listen at " + path, refused);
    }
    Thread.ofPlatform().name("agent-socket").daemon(true).start(this::listen);
  }

  private void listen() {
    Optional<SocketChannel> before = Optional.empty();
    while (server.isOpen()) {
      try {
        SocketChannel agent = server.accept();
        if (before.isPresent()) {
          before.get().close();
        }
        before = Optional.of(agent);
        Thread.ofPlatform().name("agent-orders").daemon(true).start(() -> hear(agent));
      } catch (IOException broken) {
        log.warn("nobody can be heard now: {}", broken.toString());
      }
    }
  }

  private void hear(SocketChannel agent) {
    try (BufferedReader lines =
        new BufferedReader(Channels.newReader(agent, StandardCharsets.UTF_8))) {
      hear(agent, lines);
    } catch (IOException gone) {
      log.info("the agent has gone, and the screen stays as it is: {}", gone.toString());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(SocketChannel agent, BufferedReader lines)
      throws IOException, InterruptedException {
    String line = lines.readLine();
    while (line != null) {
      Optional<CurtainOrder> order = CurtainWords.order(line);
      if (order.isPresent()) {
        requests.put(new Request(order.get(), agent));
      } else {
        log.warn("a line that is no order was passed over");
      }
      line = lines.readLine();
    }
  }

  /** The next order, or empty after this long. */
  public Optional<Request> next(Duration longest) throws InterruptedException {
    return Optional.ofNullable(requests.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException alreadyBroken) {
      log.debug("the socket was broken already: {}", alreadyBroken.toString());
    }
  }
}
