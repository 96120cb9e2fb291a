package kafedra.agent.curtain;

import java.time.Duration;

/** What the agent wants of a session's locker. */
public sealed interface CurtainOrder {
  record Cover() implements CurtainOrder {}

  /**
   * Opens.
   *
   * @param remaining until the locker covers the screen by itself, whatever became of the agent
   */
  record Open(Duration remaining) implements CurtainOrder {}

  /** Moves the end of an open screen; opens none. */
  record Until(Duration remaining) implements CurtainOrder {}

  /**
   * Shows something to read.
   *
   * @param text one line
   */
  record Say(String text) implements CurtainOrder {}

  /** Asks for a {@link Sight}, which answers the others too. */
  record Look() implements CurtainOrder {}
}
