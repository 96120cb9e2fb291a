package kafedra.controller.slot;

import java.util.Arrays;
import java.util.List;

/**
 * When a lab is open, over some weeks: sorted ranges, none within another. Those that touch stay
 * two, since what is booked lies within one. Never changes.
 */
public final class OpenMarks {
  private final int[] from;
  private final int[] to;

  private OpenMarks(int[] from, int[] to) {
    this.from = from;
    this.to = to;
  }

  /**
   * @param ranges in ascending order
   */
  public static OpenMarks of(List<Marks> ranges) {
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i).from() < ranges.get(i - 1).to()) {
        throw new IllegalArgumentException(
            ranges.get(i) + " begins before " + ranges.get(i - 1) + " ends");
      }
    }
    return new OpenMarks(
        ranges.stream().mapToInt(Marks::from).toArray(),
        ranges.stream().mapToInt(Marks::to).toArray());
  }

  /** How many ranges there are. */
  public int count() {
    return from.length;
  }

  public int from(int range) {
    return from[range];
  }

  public int to(int range) {
    return to[range];
  }

  /** The first range that ends after the mark; {@link #count} when none does. */
  public int firstEndingAfter(int mark) {
    int place = Arrays.binarySearch(to, mark + 1);
    return place >= 0 ? place : -place - 1;
  }

  /** Whether one of the ranges holds all of the marks. */
  public boolean covers(Marks marks) {
    int range = firstEndingAfter(marks.from());
    return range < from.length && from[range] <= marks.from() && marks.to() <= to[range];
  }
}
