package kafedra.agent.curtain;

/**
 * A line for the person at the screen.
 *
 * @param text a message of staff, or how much time is left
 */
public record Notice(Urgency urgency, String text) {
  /** How much it presses. */
  public enum Urgency {
    /** Something to read. */
    CALM,
    /** The last minute to save one's work. */
    LAST_MINUTE
  }
}
