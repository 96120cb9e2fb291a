package kafedra.controller.command;

import java.time.Instant;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.CommandAction;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/**
 * A command and what became of it.
 *
 * @param school whose building the kiosk serves
 * @param expires after this the kiosk must not carry it out
 * @param reason why it was not carried out, a stable word; null otherwise
 * @param details what was asked for; null unless something was
 */
public record IssuedCommand(
    CommandId id,
    KioskId kiosk,
    SchoolId school,
    CommandAction action,
    String issuedBy,
    Instant issued,
    Instant expires,
    State state,
    @Nullable String reason,
    @Nullable String details) {
  public IssuedCommand {
    issued = Millis.of(issued);
    expires = Millis.of(expires);
  }

  /** Where it stands. */
  public enum State {
    WAITING,
    DONE,
    REFUSED,
    EXPIRED
  }

  IssuedCommand ended(State now, @Nullable String why) {
    return new IssuedCommand(
        id, kiosk, school, action, issuedBy, issued, expires, now, why, details);
  }
}
