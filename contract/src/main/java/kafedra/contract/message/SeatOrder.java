package kafedra.contract.message;

import java.time.Duration;
import java.util.List;
import kafedra.contract.id.SessionId;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/**
 * How the kiosk wants a seat to be. It states the whole wish, is repeated as a heartbeat and
 * carries a remaining time rather than a clock time, so a lost one costs nothing and a wrong clock
 * on the workstation does no harm.
 *
 * @param kioskRun drawn at each start of the kiosk; numbers compare only within one run
 * @param number grows with each order of the run; a lower one than the last obeyed is old and
 *     ignored
 * @param open what to open the screen for; null for locked
 * @param settled sessions whose final totals the kiosk has stored; the agent may forget them
 */
public record SeatOrder(String kioskRun, long number, @Nullable Open open, List<SessionId> settled)
    implements Message.ToAgent {
  /**
   * @param remaining until the screen locks by itself, kiosk or no kiosk; positive
   * @param greeting first name and initial for the screen
   * @param link the lesson, to be opened once when the session begins; null without one
   */
  public record Open(
      SessionId session, Duration remaining, String greeting, @Nullable LessonLink link) {
    public Open {
      remaining = Millis.of(remaining);
      if (!remaining.isPositive()) {
        throw new IllegalArgumentException(
            "an order to open for " + remaining + ". Maybe it should lock.");
      }
    }

    /** Without a lesson to open. */
    public Open(SessionId session, Duration remaining, String greeting) {
      this(session, remaining, greeting, null);
    }
  }

  public SeatOrder {
    settled = List.copyOf(settled);
  }
}
