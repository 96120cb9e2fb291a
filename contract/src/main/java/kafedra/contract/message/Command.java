package kafedra.contract.message;

import java.time.Instant;
import kafedra.contract.id.CommandId;
import kafedra.contract.time.Millis;

/**
 * Staff ask a kiosk to act. Sent until it is answered or has expired; the kiosk acts once, however
 * often it arrives.
 *
 * @param expires after this it must not be carried out
 */
public record Command(CommandId id, Instant expires, CommandAction action)
    implements Message.ToKiosk {
  public Command {
    expires = Millis.of(expires);
  }
}
