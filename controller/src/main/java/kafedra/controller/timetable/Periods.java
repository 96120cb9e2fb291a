package kafedra.controller.timetable;

/**
 * Lessons of a day by their number, from the first to the last of a double one.
 *
 * @param first 0 (a lesson before the first) to {@value #HIGHEST}
 */
public record Periods(int first, int last) {
  public static final int HIGHEST = 40;

  public Periods {
    if (first < 0 || last < first || last > HIGHEST) {
      throw new IllegalArgumentException("periods " + first + " to " + last + " are impossible");
    }
  }

  public static Periods of(int number) {
    return new Periods(number, number);
  }

  boolean overlaps(Periods other) {
    return first <= other.last && other.first <= last;
  }
}
