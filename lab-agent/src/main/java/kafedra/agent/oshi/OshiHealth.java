package kafedra.agent.oshi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kafedra.agent.health.MachineHealth;
import kafedra.contract.message.Health;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads this machine's figures once a minute, on a thread of its own, for as many seats as there
 * are in this program. The first sample is ready about {@link #FIRST_AFTER} after the start, since
 * use and rates need two readings; the library is loaded on that thread, so a start does not wait
 * for it.
 */
public final class OshiHealth implements MachineHealth, AutoCloseable {
  static final Duration FIRST_AFTER = Duration.ofSeconds(2);
  static final Duration EVERY = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(OshiHealth.class);

  private record Sample(String system, Health health) {}

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread sampler;
  private volatile @Nullable Sample sample;

  public OshiHealth() {
    sampler = Thread.ofPlatform().name("health").daemon(true).unstarted(this::sampleOn);
  }

  public void start() {
    sampler.start();
  }

  @Override
  public Optional<Health> latest() {
    return Optional.ofNullable(sample).map(Sample::health);
  }

  @Override
  public String system() {
    return Optional.ofNullable(sample).map(Sample::system).orElse("");
  }

  private void sampleOn() {
    try {
      MachineReader reader = new MachineReader();
      Duration pause = FIRST_AFTER;
      while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        sample = new Sample(reader.system(), reader.read());
        pause = EVERY;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError unreadable) {
      // a machine whose figures cannot be read still has a seat to keep
      log.warn("this machine's figures cannot be read; its health is not reported", unreadable);
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
