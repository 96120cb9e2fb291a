package kafedra.controller.slot;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What is taken in one lab, mark by mark. One thread writes; any thread may read, and sees each
 * block of two hours as it is at that moment. A reader's answer is advice: the writer alone
 * decides.
 */
public final class LabSlots {
  /** Blocks beside the present ones that a growing range gets, so that it seldom grows: 30 days. */
  private static final int MARGIN = 30 * Marks.PER_DAY / SlotBlock.MARKS;

  private static final int BLOCKS_A_WORD = FullPieces.WORD / SlotBlock.MARKS;

  /** Blocks from {@code first} on; whatever lies outside is free. */
  private static final class Range {
    private final int first;
    private final AtomicReferenceArray<SlotBlock> blocks;
    private final FullPieces full;

    /**
     * @param first and {@code length} hold whole words of pieces
     */
    Range(int first, int length) {
      this.first = first;
      this.blocks = new AtomicReferenceArray<>(length);
      this.full = new FullPieces(first / BLOCKS_A_WORD, length / BLOCKS_A_WORD);
    }

    SlotBlock block(int block) {
      int place = block - first;
      if (place < 0 || place >= blocks.length()) {
        return SlotBlock.FREE;
      }
      SlotBlock known = blocks.get(place);
      return known == null ? SlotBlock.FREE : known;
    }
  }

  private volatile Range range = new Range(0, 0);

  /** Takes seats, whether or not they are taken already. */
  public void take(Marks marks, SeatSet seats) {
    change(marks, (block, from, to) -> block.with(from, to, seats));
  }

  /** Frees seats. */
  public void free(Marks marks, SeatSet seats) {
    change(marks, (block, from, to) -> block.without(from, to, seats));
  }

  private interface Change {
    SlotBlock of(SlotBlock block, int from, int to);
  }

  private void change(Marks marks, Change change) {
    int first = blockOf(marks.from());
    int last = blockOf(marks.to() - 1);
    Range within = reaching(first, last);
    for (int block = first; block <= last; block++) {
      int start = block * SlotBlock.MARKS;
      int from = Math.max(marks.from() - start, 0);
      int to = Math.min(marks.to() - start, SlotBlock.MARKS);
      SlotBlock changed = change.of(within.block(block), from, to);
      for (int piece = from / FullPieces.MARKS; piece * FullPieces.MARKS < to; piece++) {
        int at = piece * FullPieces.MARKS;
        within.full.set(start + at, changed.leastTaken(at, at + FullPieces.MARKS));
      }
      within.blocks.set(block - within.first, changed);
    }
  }

  private Range reaching(int firstBlock, int lastBlock) {
    Range old = range;
    int length = old.blocks.length();
    int end = old.first + length;
    if (length > 0 && firstBlock >= old.first && lastBlock < end) {
      return old;
    }
    int least = (length == 0 ? firstBlock : Math.min(firstBlock, old.first)) - MARGIN;
    int most = (length == 0 ? lastBlock + 1 : Math.max(lastBlock + 1, end)) + MARGIN;
    int first = Math.floorDiv(least, BLOCKS_A_WORD) * BLOCKS_A_WORD;
    int after = Math.ceilDiv(most, BLOCKS_A_WORD) * BLOCKS_A_WORD;
    Range grown = new Range(first, after - first);
    for (int place = 0; place < length; place++) {
      grown.blocks.set(old.first - first + place, old.blocks.get(place));
    }
    grown.full.copy(old.full);
    range = grown;
    return grown;
  }

  private static int blockOf(int mark) {
    return Math.floorDiv(mark, SlotBlock.MARKS);
  }

  /** Seats that are taken at any of the marks. */
  public SeatSet taken(Marks marks) {
    Range within = range;
    SeatSet all = SeatSet.NONE;
    for (int block = blockOf(marks.from()); block <= blockOf(marks.to() - 1); block++) {
      SlotBlock one = within.block(block);
      if (one != SlotBlock.FREE) {
        all = all.or(taken(one, block * SlotBlock.MARKS, marks));
      }
    }
    return all;
  }

  private static SeatSet taken(SlotBlock block, int start, Marks marks) {
    int from = Math.max(marks.from() - start, 0);
    int to = Math.min(marks.to() - start, SlotBlock.MARKS);
    long[] words = new long[block.words()];
    for (int mark = from; mark < to; mark++) {
      for (int i = 0; i < words.length; i++) {
        words[i] |= block.taken(mark, i);
      }
    }
    return SeatSet.ofWords(words);
  }

  /**
   * The first mark within the window at which {@code count} of the seats are free for {@code
   * length} marks on end; the same seats throughout.
   *
   * <p>It looks at a stretch from its end: when the seats that are free from some mark to the end
   * are too few, every stretch that begins at or before that mark holds both and fails as well.
   *
   * @param seats of the lab altogether, at least as many as {@code among}
   */
  public OptionalInt earliest(Marks window, int length, int count, SeatSet among, int seats) {
    Range within = range;
    int last = window.to() - length;
    int least = seats - count; // where more are taken, too few are free
    int start = least < 0 ? window.to() : within.full.firstRoomy(window.from(), least);
    if (start > last) {
      return OptionalInt.empty(); // the common end in a full lab, without a look at single marks
    }
    long[] free = new long[among.words()];
    while (start <= last) {
      int failed = lastFailure(within, start, length, count, among, least, free);
      if (failed < start) {
        return OptionalInt.of(start);
      }
      start = within.full.firstRoomy(failed + 1, least);
    }
    return OptionalInt.empty();
  }

  /**
   * Whether a look at single marks may find so many seats free at one of those that it is open.
   *
   * @param seats of the lab altogether
   */
  boolean mayHave(OpenMarks open, Marks within, int count, int seats) {
    return count <= seats && range.full.isRoomyAmong(open, within, seats - count);
  }

  /** The mark at which the stretch turns out too full; {@code start - 1} when it does not. */
  private static int lastFailure(
      Range within, int start, int length, int count, SeatSet among, int least, long[] free) {
    for (int i = 0; i < free.length; i++) {
      free[i] = among.word(i);
    }
    int mark = start + length - 1;
    while (mark >= start) {
      int block = blockOf(mark);
      if (within.full.isFull(mark, least)) {
        return Math.floorDiv(mark, FullPieces.MARKS) * FullPieces.MARKS + FullPieces.MARKS - 1;
      }
      SlotBlock one = within.block(block);
      int blockStart = block * SlotBlock.MARKS;
      int down = Math.max(start, blockStart);
      if (one != SlotBlock.FREE) {
        for (int at = mark; at >= down; at--) {
          if (left(free, one, at - blockStart) < count) {
            return at;
          }
        }
      }
      mark = down - 1;
    }
    return among.size() < count ? start + length - 1 : start - 1;
  }

  /** Takes away what is taken at the mark, and counts the rest. */
  private static int left(long[] free, SlotBlock block, int mark) {
    int left = 0;
    for (int i = 0; i < free.length; i++) {
      free[i] &= ~block.taken(mark, i);
      left += Long.bitCount(free[i]);
    }
    return left;
  }
}
