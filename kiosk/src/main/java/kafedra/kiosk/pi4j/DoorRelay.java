package kafedra.kiosk.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kafedra.kiosk.device.Door;

/**
 * A relay on a pin. Active-high and low at rest, so that a Pi that is off, starts, or has lost its
 * program keeps the door locked; the level is asked for together with the direction, so that the
 * pin never shows the other one. A pulse has a bound, and ends on its own thread whatever the rest
 * of the program does.
 */
public final class DoorRelay implements Door {
  /** No pulse is longer, whatever is configured. */
  public static final Duration LONGEST = Duration.ofSeconds(10);

  private final Context pi4j;
  private final DigitalOutput relay;
  private final Duration pulse;
  private final AtomicBoolean unlocked = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("door").daemon(true).factory());

  /**
   * @param pi4j closed with this
   * @param pin in Broadcom's numbering
   */
  DoorRelay(Context pi4j, int pin, Duration pulse) {
    if (!pulse.isPositive() || pulse.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a pulse of " + pulse + "; " + LONGEST + " is the most");
    }
    this.pi4j = pi4j;
    this.pulse = pulse;
    relay =
        pi4j.create(
            DigitalOutput.newConfigBuilder(pi4j)
                .id("door")
                .address(pin)
                .initial(DigitalState.LOW)
                .shutdown(DigitalState.LOW)
                .build());
  }

  /**
   * Opens the pin of this machine.
   *
   * @throws IllegalStateException if it cannot be had
   */
  public static DoorRelay open(int pin, Duration pulse) {
    Context pi4j = Pi4J.newAutoContext();
    try {
      return new DoorRelay(pi4j, pin, pulse);
    } catch (RuntimeException unavailable) { // what provider throws which, Pi4J does not say
      pi4j.shutdown();
      throw new IllegalStateException(
          "The door's pin cannot be had: "
              + unavailable.getMessage()
              + ". Maybe the kiosk's user is not in the group gpio. The door stays locked.",
          unavailable);
    }
  }

  @Override
  public void open() {
    if (unlocked.compareAndSet(false, true)) {
      thread.execute(relay::high);
      var _ = thread.schedule(this::lock, pulse.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void lock() {
    relay.low();
    unlocked.set(false);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    relay.low();
    pi4j.shutdown();
  }
}
