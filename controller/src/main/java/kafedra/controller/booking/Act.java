package kafedra.controller.booking;

import java.time.Instant;
import kafedra.contract.time.Millis;

/**
 * Who did what to a booking, and when; one such entry for each version.
 *
 * @param actor login of staff, {@code kiosk:} and a kiosk's id, or {@link #PROGRAM}; never a name
 * @param detail what changed, as {@code name=value} separated by «; »; never a name of a person
 */
public record Act(String actor, Instant at, Deed deed, String detail) {
  /** Who does what nobody asks for: holds that lapse, seats that are released. */
  public static final String PROGRAM = "kafedra";

  public Act {
    at = Millis.of(at);
  }

  /** What can be done to a booking. */
  public enum Deed {
    BOOKED,
    HELD,
    REFUSED,
    CONFIRMED,
    MOVED,
    SPLIT,
    CHANGED,
    CANCELLED,
    EXPIRED,
    RELEASED,
    RESTORED
  }
}
