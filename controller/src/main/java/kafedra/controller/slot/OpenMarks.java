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

  /** A bit for each piece of {@link FullPieces} with an open mark. */
  private final long[] pieces;

  private final int firstWord;

  private OpenMarks(int[] from, int[] to) {
    this.from = from;
    this.to = to;
    firstWord = from.length == 0 ? 0 : FullPieces.wordOf(from[0]);
    int words = from.length == 0 ? 0 : FullPieces.wordOf(to[to.length - 1] - 1) - firstWord + 1;
    pieces = new long[words];
    for (int range = 0; range < from.length; range++) {
      int last = Math.floorDiv(to[range] - 1, FullPieces.MARKS);
      for (int piece = Math.floorDiv(from[range], FullPieces.MARKS); piece <= last; piece++) {
        pieces[Math.floorDiv(piece, Long.SIZE) - firstWord] |= 1L << piece;
      }
    }
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

  /** The pieces of a word that have an open mark. */
  long pieces(int word) {
    int place = word - firstWord;
    return place < 0 || place >= pieces.length ? 0 : pieces[place];
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
