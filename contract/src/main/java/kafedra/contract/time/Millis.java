package kafedra.contract.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Cuts times to milliseconds, the precision of the wire and of the stores: what is read back equals
 * what was written.
 */
public final class Millis {
  private Millis() {}

  public static Instant of(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  public static Duration of(Duration length) {
    return length.truncatedTo(ChronoUnit.MILLIS);
  }
}
