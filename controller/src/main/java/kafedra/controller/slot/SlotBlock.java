package kafedra.controller.slot;

/**
 * What is taken in two hours of one lab. Never changes: a writer puts a new one in its place, so a
 * reader sees the two hours of one moment.
 */
final class SlotBlock {
  /** Marks in a block. */
  static final int MARKS = 24;

  static final SlotBlock FREE = new SlotBlock(new long[0], 0);

  /** Mark by mark, {@link #words} each. */
  private final long[] taken;

  private final int words;

  private SlotBlock(long[] taken, int words) {
    this.taken = taken;
    this.words = words;
  }

  /** Seats 64·word to 64·word + 63 that are taken at the mark, counted from the block's first. */
  long taken(int mark, int word) {
    return word < words ? taken[mark * words + word] : 0;
  }

  /** How many seats are taken at the quietest of the marks {@code from} to {@code to - 1}. */
  int leastTaken(int from, int to) {
    int least = Integer.MAX_VALUE;
    for (int mark = from; mark < to; mark++) {
      int size = 0;
      for (int i = 0; i < words; i++) {
        size += Long.bitCount(taken[mark * words + i]);
      }
      least = Math.min(least, size);
    }
    return least;
  }

  int words() {
    return words;
  }

  boolean isFree() {
    for (long word : taken) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** The block with the seats taken at marks {@code from} to {@code to - 1}. */
  SlotBlock with(int from, int to, SeatSet seats) {
    SlotBlock next = grown(seats.words());
    for (int mark = from; mark < to; mark++) {
      for (int i = 0; i < seats.words(); i++) {
        next.taken[mark * next.words + i] |= seats.word(i);
      }
    }
    return next;
  }

  /** The block with the seats free at marks {@code from} to {@code to - 1}. */
  SlotBlock without(int from, int to, SeatSet seats) {
    SlotBlock next = grown(words);
    for (int mark = from; mark < to; mark++) {
      for (int i = 0; i < words; i++) {
        next.taken[mark * words + i] &= ~seats.word(i);
      }
    }
    return next.isFree() ? FREE : next;
  }

  /** A copy with room for so many words at the least. */
  private SlotBlock grown(int least) {
    int wide = Math.max(words, least);
    long[] copy = new long[MARKS * wide];
    for (int mark = 0; mark < MARKS; mark++) {
      System.arraycopy(taken, mark * words, copy, mark * wide, words);
    }
    return new SlotBlock(copy, wide);
  }
}
