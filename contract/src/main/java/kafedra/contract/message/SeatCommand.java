package kafedra.contract.message;

import java.time.Duration;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.SessionId;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/**
 * The kiosk asks an agent to act for staff. Repeated until it is answered or too late; the agent
 * acts once. Lengths of time instead of moments, since a workstation's clock may be wrong.
 *
 * @param text of a message; null for the other acts
 * @param session only while this session has the screen; null for whoever has it
 * @param age since the kiosk took the command: one from before the machine's start is done
 * @param valid how much longer it may be carried out
 */
public record SeatCommand(
    CommandId id,
    SeatAct act,
    @Nullable String text,
    @Nullable SessionId session,
    Duration age,
    Duration valid)
    implements Message.ToAgent {
  public SeatCommand {
    age = Millis.of(age);
    valid = Millis.of(valid);
  }
}
