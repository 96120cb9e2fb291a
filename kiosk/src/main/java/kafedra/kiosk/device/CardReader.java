package kafedra.kiosk.device;

import java.util.function.Consumer;

/** Something that reads card numbers. */
public interface CardReader extends AutoCloseable {
  /**
   * Begins to read.
   *
   * @param tapped is told each card's number; returns at once, and may be called on any thread
   */
  void start(Consumer<String> tapped);

  @Override
  void close();
}
