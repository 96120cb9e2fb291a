package kafedra.agent.lock;

import java.time.Duration;
import java.util.Optional;
import kafedra.contract.message.LessonLink;

/**
 * The screen of the workstation. Orders to it are carried out as well as the system allows and
 * never throw for what the system refuses: whether they worked shows in {@link #screen}.
 */
public interface Desktop {
  /** What can be seen of the screen. */
  enum Screen {
    LOCKED,
    OPEN,
    /** There is no graphical session, so there is nothing to lock or to open. */
    ABSENT
  }

  /** Locks the screen; harmless when it is locked. */
  void lock();

  /**
   * Opens the screen; harmless when it is open.
   *
   * @param greeting for the screen only: it holds a first name, so it is not logged
   * @param remaining until it will lock
   * @param link a lesson that is opened in the person's session; empty without one
   */
  void open(String greeting, Duration remaining, Optional<LessonLink> link);

  /** Says when an open screen will lock: the end was moved, or is said again. It opens nothing. */
  void until(Duration remaining);

  /** Covers an open screen for a while: the session goes on, and so do its programs. */
  void cover();

  /** Uncovers a screen that was covered so; harmless otherwise. */
  void uncover();

  /** Shows a message of staff, whether the screen is open or locked. */
  void say(String text);

  /** Says how much time is left. */
  void warn(Duration remaining);

  /**
   * Cheap: it is asked every second, and may be some seconds old, except right after {@link #lock}
   * and {@link #open}.
   */
  Screen screen();
}
