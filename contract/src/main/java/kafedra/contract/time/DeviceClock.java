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

  /** The start of this machine that {@link #sinceBoot} counts from. */
  BootId boot();

  /** Whether {@link #instant} can be believed. */
  ClockTrust trust();

  /** This moment, as records carry it. */
  default Stamp stamp() {
    return new Stamp(instant(), sinceBoot(), trust());
  }

  /** This moment, as it is kept for after a restart. */
  default Moment moment() {
    return new Moment(boot(), stamp());
  }

  /**
   * The time that has certainly passed since a moment: exact within one start of the machine;
   * across starts by the wall clock where it could be believed both times, and else no more than
   * what this start has lasted.
   */
  default Duration passedSince(Moment then) {
    Duration up = sinceBoot();
    if (then.boot().equals(boot())) {
      return up.minus(then.stamp().sinceBoot());
    }
    boolean believed = trust() == ClockTrust.TRUSTED && then.stamp().trust() == ClockTrust.TRUSTED;
    Duration byWall = Duration.between(then.stamp().wall(), instant());
    return believed && byWall.compareTo(up) > 0 ? byWall : up;
  }

  /** How far {@code then} lies back, by the monotonic clock. */
  default Duration since(Duration then) {
    return sinceBoot().minus(then);
  }

  /** The wall time now, cut to milliseconds. */
  @Override
  Instant instant();
}
