package kafedra.contract.message;

import java.time.Duration;
import kafedra.contract.time.Millis;

/**
 * Somebody laid hands on the lock of a workstation.
 *
 * @param id unlike that of any other, so that telling it again counts nothing twice
 * @param ago how long it is since; the workstation's clock may be wrong
 */
public record Tampering(String id, Kind kind, Duration ago) {
  /** What was done. */
  public enum Kind {
    /** The program that covers the screen was ended. */
    LOCKER_ENDED,
    /** The agent itself was ended, and not by its own stop. */
    AGENT_ENDED
  }

  public Tampering {
    ago = Millis.of(ago);
  }
}
