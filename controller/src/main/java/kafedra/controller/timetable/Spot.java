package kafedra.controller.timetable;

/**
 * A place in a file.
 *
 * @param line from 1; 0 means the file as a whole
 * @param element of XML or of a calendar that begins there, such as {@code card}; empty in a table
 */
public record Spot(int line, String element) {
  public static final Spot FILE = new Spot(0, "");

  public Spot {
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + " is none");
    }
  }

  public static Spot line(int line) {
    return new Spot(line, "");
  }
}
