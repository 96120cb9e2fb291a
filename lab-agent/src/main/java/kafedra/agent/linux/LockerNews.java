package kafedra.agent.linux;

/** What lockers cause, on whichever thread; to return at once. */
public interface LockerNews {
  /** Something is to be looked at. */
  void changed();

  /** A locker ended although nobody had told it to. */
  void lockerDied(String session);
}
