package kafedra.kiosk.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kafedra.kiosk.device.CardReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MFRC522 board on SPI bus 0, its reset pin tied to 3.3 V. Looks ten times a second on its own
 * thread {@code card-reader}; a card that stays is told once, and again after it was away.
 */
public final class SpiCardReader implements CardReader {
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final int BAUD = 1_000_000;

  /**
   * Looks without a card after which it is away: a card at the edge of the field is missed now and
   * then.
   */
  static final int MISSES = 3;

  private static final Logger log = LoggerFactory.getLogger(SpiCardReader.class);

  private final Mfrc522 chip;
  private final Runnable release;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("card-reader").daemon(true).factory());
  private String present = "";
  private int misses;

  /**
   * @param release lets go of what the chip is reached through
   */
  SpiCardReader(Mfrc522 chip, Runnable release) {
    this.chip = chip;
    this.release = release;
  }

  /**
   * Opens the board of this machine.
   *
   * @param select the chip select line, 0 or 1
   * @throws IllegalStateException if SPI cannot be had or no such chip answers
   */
  public static SpiCardReader open(int select) {
    Context pi4j = Pi4J.newAutoContext();
    try {
      Spi spi =
          pi4j.create(
              Spi.newConfigBuilder(pi4j)
                  .id("mfrc522")
                  .bus(SpiBus.BUS_0)
                  .address(select)
                  .mode(SpiMode.MODE_0)
                  .baud(BAUD)
                  .build());
      Mfrc522 chip = new Mfrc522(new SpiRegisters(spi));
      chip.reset();
      return new SpiCardReader(chip, pi4j::shutdown);
    } catch (RuntimeException unavailable) { // Pi4J's SPI throws nothing narrower
      pi4j.shutdown();
      throw new IllegalStateException(
          "The card reader cannot be opened: "
              + unavailable.getMessage()
              + ". Maybe SPI is off (raspi-config), a wire is loose, or the kiosk's user is not in"
              + " the group spi; --card-reader=none runs without it.",
          unavailable);
    }
  }

  @Override
  public void start(Consumer<String> tapped) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> look(tapped), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(Consumer<String> tapped) {
    try {
      look().ifPresent(tapped);
    } catch (RuntimeException fault) {
      // a loose wire must not end the looking: it may be pushed home again
      log.warn("The card reader does not answer; trying again ({})", fault.toString());
      present = "";
    }
  }

  /** One look: the number of a card that has just come. */
  Optional<String> look() {
    Optional<String> seen = chip.uid();
    if (seen.isEmpty()) {
      misses++;
      if (misses >= MISSES) {
        present = "";
      }
      return seen;
    }
    misses = 0;
    boolean news = !seen.get().equals(present);
    present = seen.get();
    return news ? seen : Optional.empty();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    release.run();
  }
}
