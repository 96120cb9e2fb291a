package kafedra.contract.message;

import java.time.Duration;
import kafedra.contract.id.SessionId;
import kafedra.contract.time.Millis;

/**
 * What an agent counted of a session so far.
 *
 * @param signedIn how long the screen has been open for it
 * @param active how much of that had keyboard or pointer input; at most {@code signedIn}
 */
public record SessionUse(SessionId session, Duration signedIn, Duration active) {
  public SessionUse {
    signedIn = Millis.of(signedIn);
    active = Millis.of(active);
    requireTotals(signedIn, active);
  }

  static void requireTotals(Duration signedIn, Duration active) {
    if (active.isNegative() || active.compareTo(signedIn) > 0) {
      throw new IllegalArgumentException(
          "active time " + active + " is not within 0 and the signed-in time " + signedIn);
    }
  }
}
