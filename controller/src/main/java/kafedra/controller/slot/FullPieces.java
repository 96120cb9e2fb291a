package kafedra.controller.slot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * In which half hours a lab is too full, a bit each, so that a search over many labs and weeks
 * passes over 64 of them at a time. One thread writes and any thread reads without a lock; whoever
 * reads an old bit looks where it need not, or passes over what came free at that moment.
 */
final class FullPieces {
  /** Marks in a piece. */
  static final int MARKS = 6;

  /** Marks that one word tells of. */
  static final int WORD = MARKS * Long.SIZE;

  private final int firstWord;

  /** How many seats are taken at each piece's quietest mark: nowhere in it are more free. */
  private final short[] quietest;

  /** By number of seats, a bit for each piece in which more are always taken; null for no bit. */
  private volatile long[] @Nullable [] full = new long[0][];

  /**
   * Everything free.
   *
   * @param firstWord counted from the first mark of all; what lies outside is free
   */
  FullPieces(int firstWord, int words) {
    this.firstWord = firstWord;
    this.quietest = new short[words * Long.SIZE];
  }

  static int wordOf(int mark) {
    return Math.floorDiv(mark, WORD);
  }

  private int place(int mark) {
    return Math.floorDiv(mark, MARKS) - firstWord * Long.SIZE;
  }

  /** What is taken at the quietest mark of the piece that begins at the mark. */
  void set(int mark, int taken) {
    int place = place(mark);
    int before = quietest[place];
    quietest[place] = (short) taken;
    for (int least = before; least < taken; least++) {
      row(least)[place >>> 6] |= 1L << place;
    }
    for (int least = taken; least < before; least++) {
      row(least)[place >>> 6] &= ~(1L << place);
    }
  }

  private long[] row(int least) {
    long[] @Nullable [] rows = full;
    if (least >= rows.length) {
      rows = Arrays.copyOf(rows, least + 8);
    }
    long[] row = rows[least];
    if (row == null) {
      row = new long[quietest.length >>> 6];
      rows[least] = row;
    }
    full = rows;
    return row;
  }

  /** Takes over what another one knows of pieces that this one has too. */
  void copy(FullPieces other) {
    for (int place = 0; place < other.quietest.length; place++) {
      set((other.firstWord * Long.SIZE + place) * MARKS, other.quietest[place]);
    }
  }

  /** The pieces of a word in which always more than so many seats are taken. */
  private long word(int word, int least) {
    long[] @Nullable [] rows = full;
    long[] row = least < rows.length ? rows[least] : null;
    int place = word - firstWord;
    return row == null || place < 0 || place >= row.length ? 0 : row[place];
  }

  /** Whether always more than so many seats are taken in the piece of the mark. */
  boolean isFull(int mark, int least) {
    int piece = Math.floorDiv(mark, MARKS);
    return (word(wordOf(mark), least) >>> piece & 1) != 0;
  }

  /** The first mark from the given one on whose piece is not so full. */
  int firstRoomy(int mark, int least) {
    int piece = Math.floorDiv(mark, MARKS);
    int word = wordOf(mark);
    long roomy = ~word(word, least) & -1L << piece;
    if ((roomy >>> piece & 1) != 0) {
      return mark;
    }
    while (roomy == 0) {
      word++;
      roomy = ~word(word, least);
    }
    return word * WORD + Long.numberOfTrailingZeros(roomy) * MARKS;
  }

  /** Whether a piece within the marks that is among the given ones is not so full. */
  boolean isRoomyAmong(OpenMarks open, Marks within, int least) {
    int last = wordOf(within.to() - 1);
    for (int word = wordOf(within.from()); word <= last; word++) {
      long pieces = open.pieces(word);
      if (pieces != 0 && (pieces & ~word(word, least)) != 0) {
        return true;
      }
    }
    return false;
  }
}
