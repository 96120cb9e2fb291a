package kafedra.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Debian's Mosquitto as it is used in the field, on a free port of this machine. */
public final class Mosquitto implements AutoCloseable {
  private final Program program;
  private final int port;

  private Mosquitto(Program program, int port) {
    this.program = program;
    this.port = port;
  }

  /** Starts it, or tells that it is not installed. */
  public static Optional<Mosquitto> start(Path folder) throws IOException {
    Optional<Path> found =
        Stream.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int port = freePort();
    Path config =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            "listener " + port + " 127.0.0.1\nallow_anonymous true\nmax_queued_messages 100000\n");
    Program program =
        Program.start(
            List.of(found.get().toString(), "-c", config.toString()),
            folder.resolve("mosquitto.log"));
    awaitPort(port);
    return Optional.of(new Mosquitto(program, port));
  }

  /** A port that nobody listens at. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) {
    for (int tries = 0; tries < 500; tries++) {
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (probe.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
    throw new IllegalStateException("mosquitto does not listen at " + port);
  }

  public URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    program.close();
  }
}
