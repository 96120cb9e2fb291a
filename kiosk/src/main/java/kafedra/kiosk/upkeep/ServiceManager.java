package kafedra.kiosk.upkeep;

import java.time.Duration;
import java.util.Optional;

/** Whoever keeps the kiosk running, and starts it anew when it gives no sign of life. */
public interface ServiceManager {
  /** The portal answers. */
  void ready();

  /** A sign of life, with a line for people. */
  void alive(String status);

  /** The kiosk ends because it was told to. */
  void stopping();

  /** How long it waits for a sign of life; empty when it waits for none. */
  Optional<Duration> patience();

  /** Nobody. */
  static ServiceManager none() {
    return new ServiceManager() {
      @Override
      public void ready() {}

      @Override
      public void alive(String status) {}

      @Override
      public void stopping() {}

      @Override
      public Optional<Duration> patience() {
        return Optional.empty();
      }
    };
  }
}
