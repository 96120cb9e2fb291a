package kafedra.kiosk.evdev;

import java.io.IOException;

/** An input device of Linux that nobody else hears while it is open. */
public interface InputDevice extends AutoCloseable {
  /**
   * Waits a while for input.
   *
   * @return whole events of {@link KeyedNumber#EVENT_BYTES} each, none when nothing came
   * @throws IOException if the device is gone
   */
  byte[] read() throws IOException;

  @Override
  void close();

  /** Opens it. */
  interface Opener {
    /**
     * @throws IOException if it is not there or cannot be had alone
     */
    InputDevice open() throws IOException;
  }
}
