package kafedra.agent.lock;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import kafedra.contract.message.SessionUse;

/** What must outlive the agent. */
public interface SeatMemory {
  /**
   * What a seat knows of itself.
   *
   * @param bootId the boot that the times of {@code running} are from
   * @param running the session that has the screen
   * @param ended totals of sessions that are over and not yet settled, oldest first
   */
  record Remembered(String bootId, Optional<Stay> running, List<SessionUse> ended) {
    public Remembered {
      ended = List.copyOf(ended);
    }
  }

  /** What was saved last; empty on a new machine and when what is found cannot be trusted. */
  Optional<Remembered> load();

  /**
   * Keeps this instead of what was kept, durably.
   *
   * @throws UncheckedIOException if it cannot be kept. What was kept before is gone then too, since
   *     it would now give the screen to the wrong session.
   */
  void save(Remembered remembered);
}
