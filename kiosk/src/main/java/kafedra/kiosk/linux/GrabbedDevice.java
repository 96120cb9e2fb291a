package kafedra.kiosk.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import kafedra.kiosk.evdev.InputDevice;

/**
 * A device under /dev/input that is grabbed (EVIOCGRAB): its events reach this program alone, and
 * no console and no browser. The grab ends with the descriptor, so also with a kill.
 */
public final class GrabbedDevice implements InputDevice {
  private static final int WAIT_MILLIS = 500;
  private static final int EVENTS_AT_ONCE = 64;
  private static final int EVENT_BYTES = 24;

  private final int descriptor;

  private GrabbedDevice(int descriptor) {
    this.descriptor = descriptor;
  }

  /**
   * Opens a device for itself alone.
   *
   * @param device such as one under {@code /dev/input/by-id}, which keeps its name
   * @throws IOException if it is not there, may not be read, or is grabbed by another
   */
  public static InputDevice open(Path device) throws IOException {
    GrabbedDevice opened = shared(device);
    if (!Libc.grab(opened.descriptor)) {
      opened.close();
      throw new IOException(
          device + " cannot be had alone. Maybe it is no input device, or another program has it.");
    }
    return opened;
  }

  /** Without the grab, which a pipe of recorded events does not know. */
  static GrabbedDevice shared(Path device) throws IOException {
    int descriptor = Libc.openToRead(device);
    if (descriptor < 0) {
      throw new IOException(
          device
              + " cannot be opened. Maybe it is unplugged, or the kiosk's user is not in the group"
              + " input.");
    }
    return new GrabbedDevice(descriptor);
  }

  @Override
  public byte[] read() throws IOException {
    byte[] buffer = new byte[EVENT_BYTES * EVENTS_AT_ONCE];
    int length = Libc.read(descriptor, buffer, WAIT_MILLIS);
    if (length < 0) {
      throw new IOException("the device is gone");
    }
    return Arrays.copyOf(buffer, length - length % EVENT_BYTES);
  }

  @Override
  public void close() {
    Libc.close(descriptor);
  }
}
