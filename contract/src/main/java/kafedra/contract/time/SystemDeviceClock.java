package kafedra.contract.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * This machine's clocks. The wall time runs on by the monotonic clock from what was last believed,
 * so that nobody who sets the operating system's clock moves it; the controller's time is laid over
 * it once it is known. The operating system's clock is left alone, since setting it needs rights
 * that the program should not have.
 */
public final class SystemDeviceClock implements DeviceClock {
  /** Differences below this are delay rather than error, and are left. */
  public static final Duration DELAY = Duration.ofSeconds(2);

  /**
   * @param wall the time at {@code sinceBoot}
   */
  private record Anchor(Instant wall, Duration sinceBoot, ClockTrust trust) {}

  private final InstantSource wall;
  private final BootId boot;
  private final Duration upAtStart;
  private final long startNanos = System.nanoTime();
  private final AtomicReference<Anchor> anchor;

  /** The clock of a program that keeps nothing over its end: its own start counts as the boot. */
  public SystemDeviceClock(InstantSource wall, ClockTrust atStart) {
    this(wall, atStart, new BootId(UUID.randomUUID().toString()), Duration.ZERO);
  }

  /**
   * @param atStart whether the operating system's clock is believed before the controller has been
   *     heard
   * @param up how long the machine is up now
   */
  public SystemDeviceClock(InstantSource wall, ClockTrust atStart, BootId boot, Duration up) {
    this.wall = wall;
    this.boot = boot;
    this.upAtStart = up;
    this.anchor = new AtomicReference<>(new Anchor(wall.instant(), sinceBoot(), atStart));
  }

  /** Takes the controller's time, which came with a message. */
  public void heard(Instant controllerTime) {
    believe(controllerTime);
  }

  /**
   * The operating system says that its clock was set by network time. Whoever heard the controller
   * needs that no more.
   */
  public void systemClockIsSet() {
    if (trust() == ClockTrust.UNTRUSTED) {
      believe(wall.instant());
    }
  }

  /** It is known from earlier in this boot when the machine was started. */
  public void bootedAt(Instant start) {
    believe(start.plus(sinceBoot()));
  }

  /** It is later than this, whatever the operating system says; believed is neither. */
  public void isAfter(Instant known) {
    if (trust() == ClockTrust.UNTRUSTED && instant().isBefore(known)) {
      anchor.set(new Anchor(known, sinceBoot(), ClockTrust.UNTRUSTED));
    }
  }

  private void believe(Instant time) {
    Duration error = Duration.between(instant(), time).abs();
    Instant kept = error.compareTo(DELAY) < 0 ? instant() : time;
    anchor.set(new Anchor(kept, sinceBoot(), ClockTrust.TRUSTED));
  }

  @Override
  public Instant instant() {
    Anchor from = anchor.get();
    return Millis.of(from.wall().plus(sinceBoot().minus(from.sinceBoot())));
  }

  @Override
  public Duration sinceBoot() {
    return upAtStart.plusNanos(System.nanoTime() - startNanos);
  }

  @Override
  public BootId boot() {
    return boot;
  }

  @Override
  public ClockTrust trust() {
    return anchor.get().trust();
  }
}
