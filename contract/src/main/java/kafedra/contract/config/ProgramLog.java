package kafedra.contract.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** The log of our programs: one line an event on standard error, libraries only when it matters. */
public final class ProgramLog {
  private ProgramLog() {}

  /** Sets the log up, unless whoever starts the program has brought a configuration of its own. */
  public static void configure() {
    if (System.getProperty("java.util.logging.config.file") != null
        || System.getProperty("java.util.logging.config.class") != null) {
      return;
    }
    try (InputStream in = ProgramLog.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the log cannot be configured", unreadable);
    }
  }
}
