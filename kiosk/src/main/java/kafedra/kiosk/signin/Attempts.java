package kafedra.kiosk.signin;

import java.time.Duration;
import kafedra.contract.time.Millis;
import kafedra.contract.time.Moment;

/**
 * Wrong PINs of one number, or of the whole kiosk.
 *
 * @param key whose: {@code number:} and what was typed, {@code picture:} and what was pressed,
 *     {@code codes}, or {@code kiosk}
 * @param wrong in a row
 * @param pause no attempt for this long after {@code last}; zero when not blocked
 * @param last when the last one was made
 */
public record Attempts(String key, int wrong, Duration pause, Moment last) {
  public Attempts {
    pause = Millis.of(pause);
  }
}
