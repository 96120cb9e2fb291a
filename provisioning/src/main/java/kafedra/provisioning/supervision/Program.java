package kafedra.provisioning.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One program to be kept running.
 *
 * @param name what people and log files call it
 * @param command what to execute, with its arguments
 * @param log takes what the program prints; appended to
 * @param ready when others may rely on it
 * @param startWithin after this without being ready the start has failed
 * @param stopWithin what it needs to end by itself once asked; then it is killed
 */
public record Program(
    String name,
    List<String> command,
    Path log,
    ReadyCheck ready,
    Duration startWithin,
    Duration stopWithin) {
  public Program {
    command = List.copyOf(command);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("program «" + name + "» has no command to execute");
    }
  }
}
