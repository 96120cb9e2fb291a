package kafedra.agent.lock;

import java.time.Duration;

/** A clock that nobody can set, and that tells whether the machine was started anew. */
public interface BootClock {
  /**
   * Differs after every start of the machine; readings of {@link #sinceBoot} compare only under the
   * same id.
   */
  String bootId();

  /** Monotonic, and goes on while the machine sleeps where the system offers such a clock. */
  Duration sinceBoot();
}
