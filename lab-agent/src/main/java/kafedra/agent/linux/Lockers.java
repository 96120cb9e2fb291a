package kafedra.agent.linux;

/** Finds what can cover a session's screen. */
@FunctionalInterface
public interface Lockers {
  SessionLocker lockerOf(LogindSession session);
}
