package kafedra.contract.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * This machine's clocks, with the controller's time laid over the wall clock once it is known: the
 * operating system's clock is left alone, since setting it needs rights that the program should not
 * have.
 */
public final class SystemDeviceClock implements DeviceClock {
  private record Correction(Duration offset, ClockTrust trust) {}

  private final InstantSource wall;
  private final long startNanos = System.nanoTime();
  private final AtomicReference<Correction> correction;

  /**
   * @param atStart whether the operating system's clock is believed before the controller has been
   *     heard
   */
  public SystemDeviceClock(InstantSource wall, ClockTrust atStart) {
    this.wall = wall;
    this.correction = new AtomicReference<>(new Correction(Duration.ZERO, atStart));
  }

  /**
   * Takes the controller's time, which came with a message. Differences under 2 s are delay rather
   * than error and are left.
   */
  public void heard(Instant controllerTime) {
    Duration offset = Duration.between(wall.instant(), controllerTime);
    Duration kept = offset.abs().compareTo(Duration.ofSeconds(2)) < 0 ? Duration.ZERO : offset;
    correction.set(new Correction(kept, ClockTrust.TRUSTED));
  }

  @Override
  public Instant instant() {
    return Millis.of(wall.instant().plus(correction.get().offset()));
  }

  @Override
  public Duration sinceBoot() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  @Override
  public ClockTrust trust() {
    return correction.get().trust();
  }
}
