package kafedra.agent.curtain;

import java.time.Duration;
import java.util.Optional;
import kafedra.agent.use.ProgramKind;

/**
 * The screen of one session, which can be covered. For one thread.
 *
 * <p>Nothing that happens to the program that drew the curtain may open it: where the system lets a
 * cover outlive its program, it does.
 */
public interface Curtain extends AutoCloseable {
  /** How far the curtain is drawn. */
  enum State {
    OPEN,
    /** Nothing can be seen, but another program still has the keyboard or the pointer. */
    COVERED,
    /** Nothing can be seen or touched. */
    HELD
  }

  /** Covers every output and takes keyboard and pointer; harmless when that is so. */
  void cover();

  /** Uncovers; harmless when open. */
  void open();

  /**
   * Sees to it that the curtain stays as it is: stays on top, covers outputs that were added, takes
   * keyboard and pointer again. Called often.
   */
  State tend();

  /** Shows a notice, over the cover or over an open screen, instead of the one before. */
  void show(Notice notice);

  void hideNotice();

  /** Time since the last input; empty where this cannot be known. */
  Optional<Duration> idle();

  /** What kind of program is in front; empty where this cannot be known. */
  Optional<ProgramKind> front();

  /** Lets go of everything, and so opens the screen. */
  @Override
  void close();
}
