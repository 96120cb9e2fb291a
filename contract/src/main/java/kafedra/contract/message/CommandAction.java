package kafedra.contract.message;

import java.time.Duration;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;

/** What a kiosk can be asked to do. */
public sealed interface CommandAction {
  /** End a session now. */
  record EndSession(SessionId session) implements CommandAction {}

  /** Give a running session more time, within the building's rules. */
  record ExtendSession(SessionId session, Duration by) implements CommandAction {
    public ExtendSession {
      by = Millis.of(by);
    }
  }

  /** Open a seat for a person who stands before the librarian without a card. */
  record SeatPerson(PersonId person, WorkstationId workstation) implements CommandAction {}
}
