package kafedra.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line of 1 Mbit/s that loses packets by chance, both ways: a network namespace whose only way
 * out is a pair of virtual cables with {@code tc tbf} and {@code nft numgen random}. Needs root.
 */
public final class LossyLine implements AutoCloseable {
  private static final String HERE = "10.77.0.1";
  private static final String THERE = "10.77.0.2";

  private final String name = "kafedra-" + ProcessHandle.current().pid();
  private final String near = "kb" + ProcessHandle.current().pid() % 100_000;
  private final String far = near + "f";
  private final URI target;
  private final ServerSocket entrance;
  private final AtomicLong bytes = new AtomicLong();

  private LossyLine(URI target, int lossPercent) throws IOException, InterruptedException {
    this.target = target;
    run("ip", "netns", "add", name);
    run("ip", "link", "add", near, "type", "veth", "peer", "name", far, "netns", name);
    run("ip", "addr", "add", HERE + "/24", "dev", near);
    run("ip", "link", "set", near, "up");
    inside("ip", "addr", "add", THERE + "/24", "dev", far);
    inside("ip", "link", "set", far, "up");
    inside("ip", "link", "set", "lo", "up");
    limit(List.of(), near);
    limit(inside(), far);
    Path rules =
        Files.writeString(
            Files.createTempFile("kafedra-loss", ".nft"),
            """
            table inet loss {
              chain in {
                type filter hook input priority 0;
                iifname "%1$s" numgen random mod 100 < %2$d drop
              }
              chain out {
                type filter hook output priority 0;
                oifname "%1$s" numgen random mod 100 < %2$d drop
              }
            }
            """
                .formatted(far, lossPercent));
    inside("nft", "-f", rules.toString());
    Files.delete(rules);
    entrance = new ServerSocket(0, 10, InetAddress.getByName(HERE));
    Thread.ofVirtual().name("lossy-line").start(this::accept);
  }

  /**
   * Opens the line to an address of this machine.
   *
   * @param lossPercent of the packets each way
   * @throws IOException if the kernel or the rights do not allow it; it says what failed
   */
  public static LossyLine to(URI target, int lossPercent) throws IOException, InterruptedException {
    return new LossyLine(target, lossPercent);
  }

  /** The words before a command that is to run at the other end. */
  public List<String> inside() {
    return List.of("ip", "netns", "exec", name);
  }

  /** Where the other end finds the target. */
  public URI uri() {
    return URI.create("tcp://" + HERE + ":" + entrance.getLocalPort());
  }

  /** Payload in both directions so far. */
  public long payloadBytes() {
    return bytes.get();
  }

  private static void limit(List<String> where, String device)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(where);
    command.addAll(List.of("tc", "qdisc", "add", "dev", device, "root", "tbf", "rate", "1mbit"));
    command.addAll(List.of("burst", "16kb", "latency", "400ms"));
    run(command.toArray(String[]::new));
  }

  private void inside(String... command) throws IOException, InterruptedException {
    List<String> whole = new java.util.ArrayList<>(inside());
    whole.addAll(List.of(command));
    run(whole.toArray(String[]::new));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(
          String.join(" ", command)
              + " failed: "
              + said.strip()
              + ". Maybe this is not root, or nftables is not installed.");
    }
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket from = entrance.accept();
        Socket to = new Socket(target.getHost(), target.getPort());
        Thread.ofVirtual().name("lossy-up").start(() -> pump(from, to));
        Thread.ofVirtual().name("lossy-down").start(() -> pump(to, from));
      } catch (IOException closed) {
        // the kiosk tries again by itself
      }
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[8 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.addAndGet(read);
        out.write(buffer, 0, read);
      }
    } catch (IOException ended) {
      // both ends are closed now
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    try {
      run("ip", "netns", "del", name);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
