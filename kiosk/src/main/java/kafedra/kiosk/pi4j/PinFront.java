package kafedra.kiosk.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import kafedra.kiosk.device.Button;
import kafedra.kiosk.device.Buzzer;
import kafedra.kiosk.device.Lights;
import org.jspecify.annotations.Nullable;

/**
 * Three lamps, an active buzzer and a button on a Raspberry Pi's pins. Outputs are active-high, so
 * that a program that is not running shows and sounds nothing; the button closes to ground.
 *
 * <p>Pins are driven on the one thread {@code kiosk-front}: whoever shows or sounds goes on at
 * once.
 */
public final class PinFront implements Lights, Buzzer, Button {
  private static final Duration SHORT = Duration.ofMillis(90);
  private static final Duration PAUSE = Duration.ofMillis(110);
  private static final long DEBOUNCE_MICROS = 20_000;

  /** Pins in Broadcom's numbering. */
  public record Wiring(int green, int red, int amber, int buzzer, int button) {}

  private final Context pi4j;
  private final Map<Colour, DigitalOutput> lamps = new EnumMap<>(Colour.class);
  private final DigitalOutput buzzer;
  private final DigitalInput button;
  private final ScheduledThreadPoolExecutor thread;
  private @Nullable ScheduledFuture<?> dark;

  /**
   * @param pi4j closed with this
   */
  PinFront(Context pi4j, Wiring wiring) {
    this.pi4j = pi4j;
    lamps.put(Colour.GREEN, output(wiring.green(), "green"));
    lamps.put(Colour.RED, output(wiring.red(), "red"));
    lamps.put(Colour.AMBER, output(wiring.amber(), "amber"));
    buzzer = output(wiring.buzzer(), "buzzer");
    button =
        pi4j.create(
            DigitalInput.newConfigBuilder(pi4j)
                .id("button")
                .address(wiring.button())
                .pull(PullResistance.PULL_UP)
                .debounce(DEBOUNCE_MICROS)
                .build());
    thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("kiosk-front").daemon(true).factory());
    thread.setRemoveOnCancelPolicy(true);
  }

  /**
   * Opens the pins of this machine.
   *
   * @throws IllegalStateException if they cannot be had
   */
  public static PinFront open(Wiring wiring) {
    Context pi4j = Pi4J.newAutoContext();
    try {
      return new PinFront(pi4j, wiring);
    } catch (Pi4JException unavailable) {
      pi4j.shutdown();
      throw new IllegalStateException(
          "The pins cannot be opened: "
              + unavailable.getMessage()
              + ". Maybe this is no Raspberry Pi, or the kiosk's user is not in the groups gpio and"
              + " spi; --gpio=none runs without them.",
          unavailable);
    }
  }

  private DigitalOutput output(int pin, String id) {
    return pi4j.create(
        DigitalOutput.newConfigBuilder(pi4j)
            .id(id)
            .address(pin)
            .initial(DigitalState.LOW)
            .shutdown(DigitalState.LOW)
            .build());
  }

  @Override
  public void show(Colour colour, Duration length) {
    thread.execute(() -> {
      if (dark != null) {
        dark.cancel(false);
      }
      lamps.forEach((each, lamp) -> lamp.setState(each == colour));
      dark = thread.schedule(this::darken, length.toMillis(), TimeUnit.MILLISECONDS);
    });
  }

  private void darken() {
    lamps.values().forEach(DigitalOutput::low);
  }

  @Override
  public void sound(Sound sound) {
    switch (sound) {
      case ONE_SHORT -> beepAfter(Duration.ZERO);
      case TWO_SHORT -> {
        beepAfter(Duration.ZERO);
        beepAfter(SHORT.plus(PAUSE));
      }
    }
  }

  private void beepAfter(Duration pause) {
    var _ = thread.schedule(buzzer::high, pause.toMillis(), TimeUnit.MILLISECONDS);
    var _ = thread.schedule(buzzer::low, pause.plus(SHORT).toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void start(Runnable pressed) {
    button.addListener(event -> {
      if (event.state() == DigitalState.LOW) {
        pressed.run();
      }
    });
  }

  @Override
  public void close() {
    thread.shutdownNow();
    pi4j.shutdown();
  }
}
