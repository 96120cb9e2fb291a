package kafedra.agent.linux;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
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

/** The agent's end of the line to a locker. Orders by one thread. */
final class LockerLine implements AutoCloseable {
  /** A locker that has not answered for this long hangs. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(LockerLine.class);

  private final SocketChannel channel;
  private final BlockingQueue<Optional<Sight>> answers = new ArrayBlockingQueue<>(4);
  private volatile boolean broken;

  private LockerLine(SocketChannel channel, Runnable gone) {
    this.channel = channel;
    Thread.ofPlatform().name("locker-answers").daemon(true).start(() -> hear(gone));
  }

  /**
   * Connects.
   *
   * @param gone called once, on a thread of its own, when the locker has ended
   * @return empty if no locker listens there
   */
  static Optional<LockerLine> to(Path socket, Runnable gone) {
    try {
      return Optional.of(
          new LockerLine(SocketChannel.open(UnixDomainSocketAddress.of(socket)), gone));
    } catch (IOException nobody) {
      return Optional.empty();
    }
  }

  private void hear(Runnable gone) {
    try (BufferedReader lines =
        new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && answers.offer(CurtainWords.sight(line))) {
        line = lines.readLine();
      }
    } catch (IOException ended) {
      log.debug("the line to a locker has ended: {}", ended.toString());
    }
    broken = true;
    gone.run();
  }

  /** Empty, and no use from then on, if there is no answer in time. */
  Optional<Sight> ask(CurtainOrder order) {
    try {
      answers.clear();
      channel.write(
          ByteBuffer.wrap((CurtainWords.write(order) + "\n").getBytes(StandardCharsets.UTF_8)));
      Optional<Sight> answer =
          Optional.ofNullable(answers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
              .flatMap(it -> it);
      broken = broken || answer.isEmpty();
      return answer;
    } catch (IOException gone) {
      broken = true;
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  boolean isBroken() {
    return broken;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyBroken) {
      log.debug("the line was broken already: {}", alreadyBroken.toString());
    }
  }
}
