package kafedra.agent.use;

import java.time.Duration;
import java.util.Optional;

/**
 * What has been counted of one session: how long it had the screen, and how long of that somebody
 * was active.
 *
 * <p>Time is active up to {@link #ACTIVE_AFTER_INPUT} after an input: active time is the union of
 * the minutes that follow the inputs. Of the inputs between two counts only the last is seen, so an
 * idle person who comes back loses at most the time between two counts, a second.
 *
 * @param from when counting began, since boot; input from before belongs to somebody else
 * @param countedTo up to when this counts, since boot; never before {@code from}
 * @param activeUntil until when the last known input keeps the session active, since boot
 * @param signedIn total so far, an earlier part of the same session included
 * @param active total so far, at most {@code signedIn}
 */
public record UseCount(
    Duration from, Duration countedTo, Duration activeUntil, Duration signedIn, Duration active) {
  /**
   * Whoever reads a page touches nothing for a while. One minute is the norm of this system because
   * the measure «active share» compares schools with each other: ActivityWatch waits for three
   * minutes by default, which would count everybody who walks away as active for longer than a
   * pupil's short look at a page.
   */
  public static final Duration ACTIVE_AFTER_INPUT = Duration.ofMinutes(1);

  public UseCount {
    if (countedTo.compareTo(from) < 0) {
      throw new IllegalArgumentException("counted to " + countedTo + ", before " + from);
    }
    if (active.isNegative() || active.compareTo(signedIn) > 0) {
      throw new IllegalArgumentException(
          "active time " + active + " is not within 0 and the signed-in time " + signedIn);
    }
  }

  /** Begins to count, on top of what an earlier part of the session used. */
  public static UseCount startingAt(Duration now, Duration signedInBefore, Duration activeBefore) {
    return new UseCount(now, now, now, signedInBefore, activeBefore);
  }

  /**
   * Counts on.
   *
   * @param now since boot; nothing happens when it is not later than what is counted
   * @param lastInput when the last input was, since boot; empty when that cannot be known
   */
  public UseCount upTo(Duration now, Optional<Duration> lastInput) {
    if (now.compareTo(countedTo) <= 0) {
      return this;
    }
    Duration inputKeepsActiveUntil =
        lastInput
            .filter(input -> input.compareTo(from) >= 0)
            .map(input -> earlier(input, now).plus(ACTIVE_AFTER_INPUT))
            .orElse(activeUntil);
    Duration endOfKnown = later(countedTo, earlier(now, activeUntil));
    Duration inputAt = inputKeepsActiveUntil.minus(ACTIVE_AFTER_INPUT);
    Duration startOfNew = later(endOfKnown, inputAt);
    Duration endOfNew = later(startOfNew, earlier(now, inputKeepsActiveUntil));
    Duration gained = endOfKnown.minus(countedTo).plus(endOfNew.minus(startOfNew));
    return new UseCount(
        from,
        now,
        later(activeUntil, inputKeepsActiveUntil),
        signedIn.plus(now.minus(countedTo)),
        active.plus(gained));
  }

  private static Duration earlier(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
