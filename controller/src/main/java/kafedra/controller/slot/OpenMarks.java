package kafedra.controller.slot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When a lab is open, over some weeks: sorted ranges that do not touch. Never changes. */
public final class OpenMarks {
  private final int[] from;
  private final int[] to;

  private OpenMarks(int[] from, int[] to) {
    this.from = from;
    this.to = to;
  }

  /**
   * @param ranges in ascending order; those that touch become one
   */
  public static OpenMarks of(List<Marks> ranges) {
    List<Marks> merged = new ArrayList<>();
    for (Marks range : ranges) {
      Marks before = merged.isEmpty() ? null : merged.getLast();
      if (before != null && range.from() < before.to()) {
        throw new IllegalArgumentException(range + " begins before " + before + " ends");
      }
      if (before != null && range.from() == before.to()) {
        merged.set(merged.size() - 1, new Marks(before.from(), range.to()));
      } else {
        merged.add(range);
      }
    }
    return new OpenMarks(
        merged.stream().mapToInt(Marks::from).toArray(),
        merged.stream().mapToInt(Marks::to).toArray());
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

  /** Whether it is open at each of the marks. */
  public boolean covers(Marks marks) {
    int range = firstEndingAfter(marks.from());
    return range < from.length && from[range] <= marks.from() && marks.to() <= to[range];
  }
}
