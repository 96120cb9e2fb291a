package kafedra.controller.timetable;

/**
 * Something wrong in a file.
 *
 * @param field column, attribute or property at fault; empty when it is none of these
 * @param given what stands there, shortened; empty when nothing does
 */
public record FileProblem(Spot spot, FileFault fault, String field, String given) {
  private static final int LONGEST = 60;

  public FileProblem {
    given = given.length() > LONGEST ? given.substring(0, LONGEST) + "…" : given;
  }

  public static FileProblem ofFile(FileFault fault) {
    return new FileProblem(Spot.FILE, fault, "", "");
  }
}
