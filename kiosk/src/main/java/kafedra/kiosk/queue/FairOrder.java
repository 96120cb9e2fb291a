package kafedra.kiosk.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The rule of the queue.
 *
 * <ol>
 *   <li>Whoever comes first is called first, to the first free seat that serves.
 *   <li>A free seat that does not serve somebody goes to the next whom it serves, and costs the
 *       other no place.
 *   <li>Somebody whose need asks for it stands before those who have only just come: nobody is
 *       passed who has waited {@link #NOT_PASSED_AFTER}, who is called, or who was passed {@value
 *       #MOST_PASSED} times already.
 *   <li>Who does not come when called waits at the end, once; the second time the ticket is closed.
 * </ol>
 *
 * <p>The third is bounded twice so that it harms nobody much and shows to nobody: a person is set
 * back by at most {@value #MOST_PASSED} others, all within the first minutes.
 */
public final class FairOrder {
  /** Who has waited this long is passed by nobody. */
  public static final Duration NOT_PASSED_AFTER = Duration.ofMinutes(10);

  /** How often one person can be passed. */
  public static final int MOST_PASSED = 2;

  /** With this many seats held in vain a ticket is closed. */
  public static final int MOST_MISSED = 2;

  private FairOrder() {}

  /**
   * Those before whom somebody who comes now stands.
   *
   * @param line all open tickets in their order
   * @return the end of the line, or nothing
   */
  static List<Ticket> passed(List<Ticket> line, Standing.Turn turn, Instant now) {
    int from = line.size();
    while (turn == Standing.Turn.SOONER && from > 0 && mayBePassed(line.get(from - 1), now)) {
      from--;
    }
    return line.subList(from, line.size());
  }

  private static boolean mayBePassed(Ticket ticket, Instant now) {
    return ticket.fate() == Ticket.Fate.WAITING
        && ticket.standing().turn() == Standing.Turn.USUAL
        && ticket.standing().passed() < MOST_PASSED
        && Duration.between(ticket.drawnAt(), now).compareTo(NOT_PASSED_AFTER) < 0;
  }

  /** Whether a seat that was held in vain once more closes the ticket. */
  static boolean isLastMiss(Ticket ticket) {
    return ticket.standing().missed() + 1 >= MOST_MISSED;
  }
}
