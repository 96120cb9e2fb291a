package kafedra.contract.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What a device knows of time: a wall clock that may be wrong and a monotonic clock that is not.
 */
public interface DeviceClock extends InstantSource {
  /** Monotonic time since boot. Durations come from this, never from the wall clock. */
  Duration sinceBoot();

  /** Whether {@link #instant} can be believed. */
  ClockTrust trust();

  /** This moment, as records carry it. */
  default Stamp stamp() {
    return new Stamp(instant(), sinceBoot(), trust());
  }

  /** How far {@code then} lies back, by the monotonic clock. */
  default Duration since(Duration then) {
    return sinceBoot().minus(then);
  }

  /** The wall time now, cut to milliseconds. */
  @Override
  Instant instant();
}
