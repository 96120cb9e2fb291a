package kafedra.contract.message;

import java.util.List;
import kafedra.contract.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says of its screen: at each change and as a heartbeat.
 *
 * @param session whose session the screen is open for; null when locked
 * @param obeyed number of the last order carried out; 0 for none since the agent started
 * @param uses totals of the running session and of those that ended but are not settled
 * @param fault why the screen cannot be opened; null when it can
 * @param tampering the latest since the agent started; null without one
 */
public record SeatReport(
    ScreenState screen,
    @Nullable SessionId session,
    long obeyed,
    List<SessionUse> uses,
    @Nullable SeatFault fault,
    @Nullable Tampering tampering)
    implements Message.FromAgent {
  /** A report of a seat that nobody has tampered with. */
  public SeatReport(
      ScreenState screen,
      @Nullable SessionId session,
      long obeyed,
      List<SessionUse> uses,
      @Nullable SeatFault fault) {
    this(screen, session, obeyed, uses, fault, null);
  }

  /** A report of a seat that can be opened. */
  public SeatReport(
      ScreenState screen, @Nullable SessionId session, long obeyed, List<SessionUse> uses) {
    this(screen, session, obeyed, uses, null, null);
  }

  public SeatReport {
    uses = List.copyOf(uses);
    if ((screen == ScreenState.OPEN) != (session != null)) {
      throw new IllegalArgumentException(
          "a screen is open for a session or locked without one: " + screen);
    }
  }
}
