package kafedra.agent.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is there while an agent runs: whoever finds it at a start of the same boot knows that
 * the agent before was killed.
 */
public final class LifeMark implements AutoCloseable {
  /** How the agent before ended. */
  public enum Before {
    STOPPED,
    KILLED
  }

  private final Path file;
  private final Before before;

  /**
   * Sets the mark.
   *
   * @param bootId of the machine's start; a mark of another one fell with the power
   */
  public LifeMark(Path folder, String bootId) {
    file = folder.resolve("running");
    before = found(bootId);
    try {
      Files.writeString(file, bootId);
    } catch (IOException full) {
      throw new UncheckedIOException("cannot write " + file, full);
    }
  }

  private Before found(String bootId) {
    try {
      return Files.readString(file).equals(bootId) ? Before.KILLED : Before.STOPPED;
    } catch (IOException none) {
      return Before.STOPPED;
    }
  }

  public Before before() {
    return before;
  }

  /** The agent stops as it should. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot remove " + file, failed);
    }
  }
}
