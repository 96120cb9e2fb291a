package kafedra.contract.message;

import kafedra.contract.id.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param reason why it was not carried out, a stable word such as {@code session-over}; null when
 *     done
 */
public record CommandReply(CommandId id, CommandOutcome outcome, @Nullable String reason)
    implements Message.FromKiosk {}
