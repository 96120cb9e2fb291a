package kafedra.contract.message;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.CallId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/** Who in a building calls for the librarian now, retained, for the live view. */
public record HelpCalls(Instant at, List<Call> calls) implements Message.FromKiosk {
  /** Calls at one time at the most. */
  public static final int MOST = 20;

  /**
   * @param seat where the person sits; null for somebody at the kiosk
   * @param person null for somebody who did not sign in
   * @param answered when staff said that they come; null while nobody has
   */
  public record Call(
      CallId id,
      Instant since,
      @Nullable WorkstationId seat,
      @Nullable PersonId person,
      @Nullable Instant answered) {
    public Call {
      since = Millis.of(since);
      answered = answered == null ? null : Millis.of(answered);
    }
  }

  public HelpCalls {
    at = Millis.of(at);
    calls = List.copyOf(calls);
    if (calls.size() > MOST) {
      throw new IllegalArgumentException(calls.size() + " calls; " + MOST + " is the most");
    }
  }
}
