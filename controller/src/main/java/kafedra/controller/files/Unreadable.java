package kafedra.controller.files;

import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.FileProblem;
import kafedra.controller.timetable.Spot;

/** Ends the reading of a file that cannot be trusted; never leaves this package. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FileProblem problem;

  Unreadable(Spot spot, FileFault fault, String field, String given) {
    super(fault.name(), null, false, false);
    this.problem = new FileProblem(spot, fault, field, given);
  }

  Unreadable(FileFault fault) {
    this(Spot.FILE, fault, "", "");
  }

  FileProblem problem() {
    return problem;
  }
}
