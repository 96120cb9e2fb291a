package kafedra.agent.curtain;

import java.time.Duration;
import java.util.Optional;
import kafedra.agent.use.ProgramKind;

/**
 * What a locker sees of its session.
 *
 * @param idle time since the last input
 * @param front kind of the program in front
 */
public record Sight(Curtain.State state, Optional<Duration> idle, Optional<ProgramKind> front) {}
