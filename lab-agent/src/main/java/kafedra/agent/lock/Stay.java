package kafedra.agent.lock;

import java.time.Duration;
import java.util.Optional;
import kafedra.agent.use.UseCount;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.SessionUse;

/**
 * A session that has the screen.
 *
 * @param end when the screen locks, since boot
 * @param use what has been counted; never beyond {@code end}
 */
public record Stay(SessionId session, Duration end, UseCount use) {
  static Stay from(Duration now, SessionId session, Duration end, SessionUse before) {
    return new Stay(session, end, UseCount.startingAt(now, before.signedIn(), before.active()));
  }

  Stay counted(Duration now, Optional<Duration> lastInput) {
    Duration upTo = now.compareTo(end) < 0 ? now : end;
    return new Stay(session, end, use.upTo(upTo, lastInput));
  }

  Stay until(Duration newEnd) {
    return new Stay(session, newEnd, use);
  }

  boolean isOver(Duration now) {
    return now.compareTo(end) >= 0;
  }

  /** Whether less than {@code mark} remains now, but more did when it was counted last. */
  boolean passes(Duration mark, Duration now) {
    Duration at = end.minus(mark);
    return use.countedTo().compareTo(at) < 0 && now.compareTo(at) >= 0;
  }

  SessionUse total() {
    return new SessionUse(session, use.signedIn(), use.active());
  }
}
