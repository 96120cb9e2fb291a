package kafedra.kiosk.signin;

import java.time.Duration;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.SignInMethod;

/**
 * A person before the screen.
 *
 * @param token what the screen shows to act for this visit; random
 * @param touchedAt monotonic time of the last touch
 */
public record Visit(String token, PersonId person, SignInMethod method, Duration touchedAt) {
  /** Without a touch for this long the visit is over and the screen is wiped. */
  public static final Duration IDLE = Duration.ofSeconds(45);

  Visit touched(Duration now) {
    return new Visit(token, person, method, now);
  }

  /** Without the token, which would let a reader of logs act for the person. */
  @Override
  public String toString() {
    return "Visit[" + person + " by " + method + "]";
  }
}
