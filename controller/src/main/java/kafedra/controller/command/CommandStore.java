package kafedra.controller.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.CommandId;
import org.jspecify.annotations.Nullable;

/** Where commands are kept. */
public interface CommandStore {
  /** Returns after the commit. */
  void add(IssuedCommand command);

  Optional<IssuedCommand> find(CommandId id);

  /** Those that wait, oldest first. */
  List<IssuedCommand> waiting();

  /** Ends a command that waits; leaves one that has ended alone. Returns after the commit. */
  void end(
      CommandId id, IssuedCommand.State state, @Nullable String reason, @Nullable String details);

  /** Lets go of what ended and was issued before then. */
  void forgetBefore(Instant then);
}
