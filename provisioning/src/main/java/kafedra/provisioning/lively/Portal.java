package kafedra.provisioning.lively;

import java.time.Instant;
import java.util.Optional;

/** A kiosk's screen as somebody with a card in the hand finds it. */
public interface Portal {
  /** What became of somebody who wanted a seat. */
  sealed interface Arrival {
    /** Sits down. */
    record Seated() implements Arrival {}

    /** Sat already, since before this program was started. */
    record SatAlready() implements Arrival {}

    /**
     * Goes away again.
     *
     * @param code why, as the kiosk names it
     */
    record TurnedAway(String code) implements Arrival {}
  }

  /** Whether the kiosk knows its room and hears the agent of every seat. */
  boolean isAwake();

  /** When a real person last stood before the screen; empty if nobody has been seen there. */
  Optional<Instant> lastVisitor(Instant now);

  /** Taps the card, takes any seat and goes to it. */
  Arrival arrive(String card);

  /** Taps the card, ends the session if there is one, and goes home. */
  void leave(String card);
}
