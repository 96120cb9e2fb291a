package kafedra.contract.message;

import kafedra.contract.id.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link SeatCommand}.
 *
 * @param reason why it was not carried out, a stable word; null when done
 * @param details what was asked for; null unless something was
 */
public record SeatReply(
    CommandId id, CommandOutcome outcome, @Nullable String reason, @Nullable String details)
    implements Message.FromAgent {
  /** Characters of details; the rest is cut off where it is collected. */
  public static final int MOST_DETAILS = 8_000;
}
