package kafedra.contract.time;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happened, as a device without a real-time clock can say it.
 *
 * @param wall the device's wall clock
 * @param sinceBoot monotonic time since the device's boot, not negative; orders and times what one
 *     boot recorded even when the wall clock jumped
 * @param trust whether the wall clock had been set from a source that is trusted
 */
public record Stamp(Instant wall, Duration sinceBoot, ClockTrust trust) {
  public Stamp {
    wall = Millis.of(wall);
    sinceBoot = Millis.of(sinceBoot);
    if (sinceBoot.isNegative()) {
      throw new IllegalArgumentException("time since boot is negative: " + sinceBoot);
    }
  }
}
