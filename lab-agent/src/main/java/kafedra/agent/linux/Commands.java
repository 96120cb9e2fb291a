package kafedra.agent.linux;

import java.util.List;

/** Runs programs of the system. */
interface Commands {
  /** How a program ended. */
  sealed interface Outcome {
    /** With exit code 0. */
    record Done(String output) implements Outcome {}

    /** It is not there, refused, or took too long. */
    record Failed(String reason) implements Outcome {}
  }

  Outcome run(List<String> command);
}
