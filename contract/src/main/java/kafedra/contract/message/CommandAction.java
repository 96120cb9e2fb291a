package kafedra.contract.message;

import java.time.Duration;
import kafedra.contract.id.CallId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/** What a kiosk can be asked to do. */
public sealed interface CommandAction {
  /**
   * End a session now.
   *
   * @param reason null for {@link EndReason#STAFF_ENDED}
   */
  record EndSession(SessionId session, @Nullable EndReason reason) implements CommandAction {
    /** Staff end it. */
    public EndSession(SessionId session) {
      this(session, null);
    }
  }

  /** Give a running session more time, within the building's rules. */
  record ExtendSession(SessionId session, Duration by) implements CommandAction {
    public ExtendSession {
      by = Millis.of(by);
    }
  }

  /** Open a seat for a person who stands before the librarian without a card. */
  record SeatPerson(PersonId person, WorkstationId workstation) implements CommandAction {}

  /** Give the seat that is held for somebody who does not come to the next who waits for it. */
  record CallNext(WorkstationId workstation) implements CommandAction {}

  /** Let somebody who waits, or is called, wait at the end. */
  record TicketToEnd(TicketId ticket) implements CommandAction {}

  /** Tell whoever calls that somebody comes. */
  record AnswerCall(CallId call) implements CommandAction {}

  /** Take somebody out of the queue. */
  record RemoveTicket(TicketId ticket) implements CommandAction {}

  /**
   * Have something done at a workstation.
   *
   * @param text of a message, or the address of the network card that is to wake its machine; null
   *     for the other acts
   * @param session only while this session has the seat; null for whoever has it
   */
  record ActOnSeat(
      WorkstationId workstation, SeatAct act, @Nullable String text, @Nullable SessionId session)
      implements CommandAction {
    /** Characters of a message. */
    public static final int LONGEST_TEXT = 300;

    public ActOnSeat {
      boolean speaks = act == SeatAct.MESSAGE || act == SeatAct.WAKE;
      if (speaks != (text != null)) {
        throw new IllegalArgumentException(act + " has a text, or lacks one");
      }
      if (text != null && text.codePointCount(0, text.length()) > LONGEST_TEXT) {
        throw new IllegalArgumentException("a message of " + text.length() + " characters");
      }
    }
  }
}
