package kafedra.agent.lock;

import java.time.Duration;
import java.util.UUID;

/**
 * The clock of a system that tells no boot id: it counts each start of this process as a boot, so a
 * restarted agent finds its screen locked.
 */
public final class ProcessClock implements BootClock {
  private final String id = UUID.randomUUID().toString();
  private final long start = System.nanoTime();

  @Override
  public String bootId() {
    return id;
  }

  @Override
  public Duration sinceBoot() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
