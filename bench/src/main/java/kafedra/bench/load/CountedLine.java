package kafedra.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** A line in front of a broker that counts what goes over it. */
public final class CountedLine implements AutoCloseable {
  /** IPv4 and TCP headers with time stamps. */
  private static final int HEADERS = 52;

  private final ServerSocket entrance;
  private final URI target;
  private final AtomicLong payload = new AtomicLong();
  private final AtomicLong segments = new AtomicLong();

  public CountedLine(URI target) throws IOException {
    this.target = target;
    entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("line").start(this::accept);
  }

  public URI uri() {
    return URI.create("tcp://127.0.0.1:" + entrance.getLocalPort());
  }

  /** Bytes of MQTT in both directions so far. */
  public long payloadBytes() {
    return payload.get();
  }

  /**
   * As {@link #payloadBytes}, with headers for each piece that was read and for a TCP
   * acknowledgement of each.
   */
  public long lineBytes() {
    return payload.get() + 2 * HEADERS * segments.get();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket near = entrance.accept();
        Socket far = new Socket(target.getHost(), target.getPort());
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        Thread.ofVirtual().name("line-up").start(() -> pump(near, far));
        Thread.ofVirtual().name("line-down").start(() -> pump(far, near));
      } catch (IOException closed) {
        // the kiosk tries again by itself
      }
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[1448];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        payload.addAndGet(read);
        segments.incrementAndGet();
        out.write(buffer, 0, read);
      }
    } catch (IOException ended) {
      // both ends are closed now
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
