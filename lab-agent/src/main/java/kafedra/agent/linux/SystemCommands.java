package kafedra.agent.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs as children of the agent, each with a deadline. What they print must fit a pipe, 64
 * KiB.
 */
final class SystemCommands implements Commands {
  static final Duration DEADLINE = Duration.ofSeconds(2);

  @Override
  public Outcome run(List<String> command) {
    try {
      Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
      child.getOutputStream().close();
      if (!child.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
        child.destroyForcibly();
        return new Outcome.Failed("no answer within " + DEADLINE);
      }
      String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return child.exitValue() == 0
          ? new Outcome.Done(output)
          : new Outcome.Failed("exit code " + child.exitValue() + ": " + output.strip());
    } catch (IOException absent) {
      return new Outcome.Failed(absent.toString());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed("the agent is stopping");
    }
  }
}
