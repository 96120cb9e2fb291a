package kafedra.contract.message;

import java.time.Instant;
import java.util.List;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/**
 * A piece of what changed. The kiosk applies it in one transaction if {@code from} is what it has,
 * and asks for the next while {@code to} is behind {@code head}: a broken line costs one piece.
 *
 * @param from the version it applies to; a {@code from} of 0 replaces all that the kiosk had
 * @param now the controller's time, which sets the kiosk's clock
 * @param changes at most {@value #MOST}
 * @param filling means nothing and was asked for; null where it was not
 */
public record SyncChanges(
    ReplicaVersion from,
    ReplicaVersion to,
    ReplicaVersion head,
    Instant now,
    List<ReplicaChange> changes,
    @Nullable String filling)
    implements Message.ToKiosk {
  /** Changes in one piece at the most; with it a piece stays far under the payload limit. */
  public static final int MOST = 100;

  /** Without filling. */
  public SyncChanges(
      ReplicaVersion from,
      ReplicaVersion to,
      ReplicaVersion head,
      Instant now,
      List<ReplicaChange> changes) {
    this(from, to, head, now, changes, null);
  }

  public SyncChanges {
    now = Millis.of(now);
    changes = List.copyOf(changes);
    if (changes.size() > MOST) {
      throw new IllegalArgumentException(
          "piece of " + changes.size() + " changes; " + MOST + " is the most");
    }
  }
}
