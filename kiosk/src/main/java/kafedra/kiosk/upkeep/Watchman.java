package kafedra.kiosk.upkeep;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the sign of life, and only while the kiosk lives: the desk and the store have to answer
 * first. A kiosk that looks alive and does nothing is started anew.
 */
public final class Watchman implements AutoCloseable {
  /** How often the status line is brought up to date where nobody waits for a sign of life. */
  public static final Duration UNHURRIED = Duration.ofSeconds(60);

  private static final int SIGNS_A_PATIENCE = 3;
  private static final Logger log = LoggerFactory.getLogger(Watchman.class);

  private final ServiceManager manager;
  private final Supplier<String> proofOfLife;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("watchman").daemon(true).factory());

  /**
   * @param proofOfLife asks desk and store, and gives a line about them; throws when one does not
   *     answer
   */
  public Watchman(ServiceManager manager, Supplier<String> proofOfLife) {
    this.manager = manager;
    this.proofOfLife = proofOfLife;
  }

  /** Says that the kiosk is ready, and begins to watch. */
  public void start() {
    manager.ready();
    long every =
        manager.patience().map(it -> it.dividedBy(SIGNS_A_PATIENCE)).orElse(UNHURRIED).toMillis();
    var _ = thread.scheduleWithFixedDelay(this::tick, 0, every, TimeUnit.MILLISECONDS);
  }

  /** Gives one sign of life, or none. */
  public void tick() {
    try {
      manager.alive(proofOfLife.get());
    } catch (RuntimeException stuck) {
      // without the sign of life the service manager starts the kiosk anew
      log.error("The kiosk does not answer itself; no sign of life is given", stuck);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    manager.stopping();
  }
}
