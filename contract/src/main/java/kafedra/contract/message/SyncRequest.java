package kafedra.contract.message;

import org.jspecify.annotations.Nullable;

/**
 * The kiosk asks for what changed since the version that it has. It asks after every piece that
 * changed something, the last included: so the controller learns what is known at the site. The
 * answer is a piece without changes when nothing is missing.
 *
 * @param fill characters of filling that an answer without changes should carry, by which the kiosk
 *     measures its line; null for none
 */
public record SyncRequest(ReplicaVersion have, @Nullable Integer fill)
    implements Message.FromKiosk {
  /** More filling than this is never sent. */
  public static final int MOST_FILL = 64 * 1024;

  public SyncRequest {
    if (fill != null && (fill < 0 || fill > MOST_FILL)) {
      throw new IllegalArgumentException(fill + " of filling; " + MOST_FILL + " is the most");
    }
  }

  /** Without filling. */
  public SyncRequest(ReplicaVersion have) {
    this(have, null);
  }
}
