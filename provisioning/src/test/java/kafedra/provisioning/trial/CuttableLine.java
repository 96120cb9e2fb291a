package kafedra.provisioning.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The line between two programs: a TCP relay on the loopback address that can be cut for real, made
 * deaf, slowed and healed, and that counts what it carries. It keeps its port for as long as it
 * lives, cut or not.
 */
public final class CuttableLine implements AutoCloseable {
  /** What the line does with connections. */
  public enum State {
    /** Carries everything. */
    WHOLE,
    /** Broke every connection with a reset and refuses new ones, as an unplugged router does. */
    CUT,
    /** Accepts everything and carries nothing, as a line without a far end does. */
    DEAF
  }

  private static final int CHUNK = 4096;

  private final InetSocketAddress far;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final AtomicLong up = new AtomicLong();
  private final AtomicLong down = new AtomicLong();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile State state = State.WHOLE;
  private volatile Duration delay = Duration.ZERO;
  private volatile long bytesPerSecond = Long.MAX_VALUE;
  private @Nullable ServerSocket door;
  private @Nullable Thread doorkeeper;

  private CuttableLine(InetSocketAddress far) throws IOException {
    this.far = far;
    ServerSocket first = listen(0);
    this.port = first.getLocalPort();
    open(first);
  }

  /** A whole line to this port of the loopback address. */
  public static CuttableLine to(int farPort) {
    try {
      return new CuttableLine(new InetSocketAddress(InetAddress.getLoopbackAddress(), farPort));
    } catch (IOException unopenable) {
      throw new UncheckedIOException("no port is left for a line", unopenable);
    }
  }

  /** Where the near end connects. */
  public int port() {
    return port;
  }

  /** Bytes carried from the near end to the far one since the start. */
  public long bytesUp() {
    return up.get();
  }

  /** Bytes carried from the far end to the near one since the start. */
  public long bytesDown() {
    return down.get();
  }

  /** Connections that reached this line since the start. */
  public int accepted() {
    return accepted.get();
  }

  /** Each piece of data arrives this much later, in both directions. */
  public void delay(Duration each) {
    delay = each;
  }

  /** Each direction carries this much at the most. */
  public void limit(long newBytesPerSecond) {
    bytesPerSecond = newBytesPerSecond;
  }

  /** Breaks every connection and refuses new ones until {@link #heal}. */
  public void cut() {
    become(State.CUT);
    closeDoor();
    sockets.forEach(CuttableLine::reset);
    sockets.clear();
  }

  /** Carries nothing more, without telling anybody. */
  public void deafen() {
    become(State.DEAF);
  }

  /** Carries again; after a cut both ends have to connect anew. */
  public void heal() {
    try {
      if (state == State.CUT) {
        open(listen(port));
      }
    } catch (IOException taken) {
      throw new UncheckedIOException("port " + port + " was taken while the line was cut", taken);
    }
    become(State.WHOLE);
  }

  private void become(State next) {
    lock.lock();
    try {
      state = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket listening = new ServerSocket();
    listening.setReuseAddress(true);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return listening;
  }

  private void open(ServerSocket opened) {
    door = opened;
    doorkeeper = Thread.ofVirtual().name("line-" + port).start(() -> accept(opened));
  }

  private void closeDoor() {
    ServerSocket open = door;
    Thread keeper = doorkeeper;
    if (open == null || keeper == null) {
      return;
    }
    try {
      open.close();
      // the port is free only when nobody waits at it any more
      keeper.join();
    } catch (IOException unclosable) {
      throw new UncheckedIOException("the line cannot be cut", unclosable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket near = opened.accept();
        accepted.incrementAndGet();
        sockets.add(near);
        Thread.ofVirtual().name("line-" + port + "-up").start(() -> connect(near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    try {
      Socket distant = new Socket();
      distant.connect(far, 2_000);
      sockets.add(distant);
      if (state == State.CUT) {
        reset(near);
        reset(distant);
        return;
      }
      Thread.ofVirtual().name("line-" + port + "-down").start(() -> carry(distant, near, down));
      carry(near, distant, up);
    } catch (IOException unreachable) {
      reset(near);
    }
  }

  private void carry(Socket from, Socket to, AtomicLong counter) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        awaitHearing();
        pace(read);
        counter.addAndGet(read); // before the other side can have it and ask for the count
        out.write(chunk, 0, read);
      }
    } catch (IOException | InterruptedException broken) {
      // whatever broke one side breaks the other
    } finally {
      reset(from);
      reset(to);
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void awaitHearing() throws InterruptedException {
    lock.lock();
    try {
      while (state == State.DEAF) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void pace(int bytes) throws InterruptedException {
    long nanos = delay.toNanos() + Math.round(bytes * 1e9 / bytesPerSecond);
    if (nanos > 0) {
      TimeUnit.NANOSECONDS.sleep(nanos);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException gone) {
      // it was closed already, which is what was wanted
    }
  }

  @Override
  public void close() {
    cut();
  }
}
