package kafedra.controller.booking;

import org.jspecify.annotations.Nullable;

/**
 * Who changes a booking.
 *
 * @param actor login of staff, or {@code kiosk:} and the kiosk's id; never a name
 * @param override why rules are set aside that may be; null to keep all rules
 */
public record Requester(String actor, @Nullable String override) {
  public static Requester of(String actor) {
    return new Requester(actor, null);
  }

  /** What stands in the history about it, after a separator; empty without an override. */
  String reason() {
    return reason(override);
  }

  static String reason(@Nullable String override) {
    return override == null ? "" : "; override=" + override;
  }
}
