package kafedra.kiosk.evdev;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kafedra.contract.message.KioskTrouble;
import kafedra.kiosk.device.CardReader;
import kafedra.kiosk.upkeep.Troubles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A USB reader that types, grabbed so that the browser never sees a digit. Unplugged, it is looked
 * for until it is back. Works on its own thread {@code wedge-reader}.
 */
public final class WedgeReader implements CardReader {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(WedgeReader.class);

  private final InputDevice.Opener opener;
  private final Troubles troubles;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Thread thread = Thread.ofPlatform().unstarted(() -> {});

  /**
   * @param troubles told when the reader is gone, and when it is back
   */
  public WedgeReader(InputDevice.Opener opener, Troubles troubles) {
    this.opener = opener;
    this.troubles = troubles;
  }

  @Override
  public void start(Consumer<String> tapped) {
    thread = Thread.ofPlatform().name("wedge-reader").daemon(true).start(() -> work(tapped));
  }

  private void work(Consumer<String> tapped) {
    boolean missed = false;
    while (closed.getCount() > 0) {
      try (InputDevice device = opener.open()) {
        troubles.isRidOf(KioskTrouble.READER_FAILING);
        log.info("The card reader is there");
        missed = false;
        readUntilClosed(device, tapped);
      } catch (IOException gone) {
        if (!missed) {
          troubles.has(KioskTrouble.READER_FAILING);
          log.error("The card reader is not there; looking for it ({})", gone.getMessage());
        }
        missed = true;
        pause();
      }
    }
  }

  private void readUntilClosed(InputDevice device, Consumer<String> tapped) throws IOException {
    KeyedNumber number = new KeyedNumber();
    while (closed.getCount() > 0) {
      byte[] events = device.read();
      for (int at = 0; at + KeyedNumber.EVENT_BYTES <= events.length; ) {
        int next = at + KeyedNumber.EVENT_BYTES;
        number.take(Arrays.copyOfRange(events, at, next)).ifPresent(tapped);
        at = next;
      }
    }
  }

  private void pause() {
    try {
      boolean _ = closed.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      boolean _ = thread.join(PATIENCE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
