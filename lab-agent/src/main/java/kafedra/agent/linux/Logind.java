package kafedra.agent.linux;

import java.util.List;

/**
 * The system's login service. What it refuses or cannot do is logged and shows in {@link
 * #sessions}: nothing is thrown. For one thread.
 */
public interface Logind extends AutoCloseable {
  /** Everybody who is logged in, in whatever way; empty also while the service does not answer. */
  List<LogindSession> sessions();

  /** Asks a desktop to lock its screen itself. */
  void lock(String session);

  /** Asks a desktop to unlock its screen. */
  void unlock(String session);

  /** Ends a session and every process in it. */
  void terminate(String session);

  void restart();

  void powerOff();

  @Override
  void close();
}
