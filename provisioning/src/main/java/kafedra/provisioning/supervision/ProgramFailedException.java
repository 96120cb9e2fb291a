package kafedra.provisioning.supervision;

import java.nio.file.Path;

/** A program did not come up; what it printed last says why. */
public final class ProgramFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String program;
  private final transient Path log;

  public ProgramFailedException(String program, String what, Path log, String lastWords) {
    super(program + " " + what + ". Its last words in " + log + ":\n" + lastWords);
    this.program = program;
    this.log = log;
  }

  public String program() {
    return program;
  }

  public Path log() {
    return log;
  }
}
