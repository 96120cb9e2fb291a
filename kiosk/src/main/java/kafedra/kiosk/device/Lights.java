package kafedra.kiosk.device;

import java.time.Duration;

/** The lamp at the kiosk's front. */
public interface Lights {
  /** What the lamp shows. */
  enum Colour {
    GREEN,
    RED,
    AMBER
  }

  /** Shows a colour for a while and returns at once. */
  void show(Colour colour, Duration length);
}
