package kafedra.kiosk.signin;

import java.time.Instant;
import kafedra.contract.time.Millis;

/**
 * Wrong PINs of one number, or of the whole kiosk. By the wall clock, since it outlives restarts.
 *
 * @param key whose: {@code number:} and what was typed, or {@code kiosk}
 * @param wrong in a row
 * @param blockedUntil no attempt before this; in the past when not blocked
 * @param last when the last one was made
 */
public record Attempts(String key, int wrong, Instant blockedUntil, Instant last) {
  public Attempts {
    blockedUntil = Millis.of(blockedUntil);
    last = Millis.of(last);
  }
}
