package kafedra.agent.use;

import java.time.Duration;
import java.util.Optional;

/** Tells how long nobody has touched keyboard, mouse or screen. */
public interface InputIdle {
  /**
   * Time since the last input; empty where this cannot be known. Cheap: it is asked every second.
   */
  Optional<Duration> idle();
}
