package kafedra.agent.lock;

import java.time.Duration;
import java.util.Optional;
import kafedra.contract.message.SeatFault;

/** Compares the screen with what it was told. */
final class ScreenWatch {
  /** A desktop may take this long to lock or to open. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private Desktop.Screen wished = Desktop.Screen.LOCKED;
  private Duration since = Duration.ZERO;
  private boolean reached;
  private boolean late;
  private Desktop.Screen seen = Desktop.Screen.LOCKED;

  void wish(Desktop.Screen wish, Duration now) {
    wished = wish;
    since = now;
    reached = false;
    late = false;
  }

  /**
   * Takes in how the screen is.
   *
   * @return whether the screen is to be locked once more: it is open and should not be. A person
   *     may lock a screen that is open for them, and that is left alone.
   */
  boolean locksAgain(Desktop.Screen screen, Duration now) {
    seen = screen;
    boolean waited = now.minus(since).compareTo(PATIENCE) >= 0;
    if (screen == wished) {
      reached = true;
      late = false;
      since = now;
      return false;
    }
    if (wished == Desktop.Screen.OPEN && reached) {
      return false;
    }
    boolean undone = reached;
    reached = false;
    late = late || waited;
    boolean again =
        wished == Desktop.Screen.LOCKED && screen == Desktop.Screen.OPEN && (undone || waited);
    if (again) {
      since = now;
    }
    return again;
  }

  Optional<SeatFault> fault() {
    if (seen == Desktop.Screen.ABSENT) {
      return Optional.of(SeatFault.NO_DESKTOP);
    }
    return late ? Optional.of(SeatFault.SCREEN_DISOBEYS) : Optional.empty();
  }
}
