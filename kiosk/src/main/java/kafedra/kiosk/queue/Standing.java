package kafedra.kiosk.queue;

/**
 * Where a ticket stands, and what the rule of the queue must remember of it.
 *
 * @param place lower ones are called first; unique among open tickets
 * @param turn kept as it was when the number was drawn
 * @param passed how often somebody who came later was let before it
 * @param missed how often a seat was held for it in vain
 */
public record Standing(long place, Turn turn, int passed, int missed) {
  /** Whose need shortens the wait. */
  public enum Turn {
    USUAL,
    SOONER
  }

  public Standing {
    if (passed < 0 || missed < 0) {
      throw new IllegalArgumentException("passed " + passed + " times, missed " + missed);
    }
  }

  Standing behind(long newPlace) {
    return new Standing(newPlace, turn, passed + 1, missed);
  }

  Standing at(long newPlace) {
    return new Standing(newPlace, turn, passed, missed);
  }

  Standing missedAt(long newPlace) {
    return new Standing(newPlace, turn, passed, missed + 1);
  }
}
