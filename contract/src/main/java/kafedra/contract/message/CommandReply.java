package kafedra.contract.message;

import kafedra.contract.id.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param reason why it was not carried out, a stable word such as {@code session-over}; null when
 *     done
 * @param details what was asked for; null unless something was
 */
public record CommandReply(
    CommandId id, CommandOutcome outcome, @Nullable String reason, @Nullable String details)
    implements Message.FromKiosk {
  /** With nothing more to tell. */
  public CommandReply(CommandId id, CommandOutcome outcome, @Nullable String reason) {
    this(id, outcome, reason, null);
  }
}
