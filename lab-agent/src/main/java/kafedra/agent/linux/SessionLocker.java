package kafedra.agent.linux;

import java.time.Duration;
import java.util.Optional;
import kafedra.agent.curtain.Sight;

/** What covers the screen of one session. It begins to cover it when it is made. */
public interface SessionLocker extends AutoCloseable {
  void cover();

  /**
   * Opens.
   *
   * @param remaining until it is to cover the screen even if nobody orders it
   */
  void open(Duration remaining);

  /** Moves the end of an open screen. */
  void until(Duration remaining);

  void say(String text);

  /**
   * How the screen is; empty while that cannot be known, because the locker starts or was killed.
   * One that was killed is started again, and covers first.
   */
  Optional<Sight> sight();

  /** Lets go of it: the session is over. */
  @Override
  void close();
}
