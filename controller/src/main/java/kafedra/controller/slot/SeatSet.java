package kafedra.controller.slot;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A set of a lab's seats, each a number from 0. Never changes. */
public final class SeatSet {
  public static final SeatSet NONE = new SeatSet(new long[0]);

  /** Without zero words at the end, so that equal sets have equal words. */
  private final long[] words;

  private SeatSet(long[] words) {
    this.words = words;
  }

  public static SeatSet of(int... seats) {
    long[] words = new long[0];
    for (int seat : seats) {
      if (seat < 0) {
        throw new IllegalArgumentException("seat number " + seat + " is below 0");
      }
      int word = seat >>> 6;
      if (word >= words.length) {
        words = Arrays.copyOf(words, word + 1);
      }
      words[word] |= 1L << seat;
    }
    return new SeatSet(words);
  }

  /** Takes the words as they are; the caller gives them away. */
  static SeatSet ofWords(long[] words) {
    int length = words.length;
    while (length > 0 && words[length - 1] == 0) {
      length--;
    }
    return new SeatSet(length == words.length ? words : Arrays.copyOf(words, length));
  }

  /** Seats 64·i to 64·i + 63, 0 beyond the last. */
  long word(int i) {
    return i < words.length ? words[i] : 0;
  }

  int words() {
    return words.length;
  }

  public boolean contains(int seat) {
    return (word(seat >>> 6) & 1L << seat) != 0;
  }

  public boolean isEmpty() {
    return words.length == 0;
  }

  public int size() {
    int size = 0;
    for (long word : words) {
      size += Long.bitCount(word);
    }
    return size;
  }

  public SeatSet and(SeatSet other) {
    long[] both = new long[Math.min(words.length, other.words.length)];
    Arrays.setAll(both, i -> words[i] & other.words[i]);
    return ofWords(both);
  }

  public SeatSet or(SeatSet other) {
    long[] either = new long[Math.max(words.length, other.words.length)];
    Arrays.setAll(either, i -> word(i) | other.word(i));
    return new SeatSet(either);
  }

  public SeatSet minus(SeatSet other) {
    long[] rest = new long[words.length];
    Arrays.setAll(rest, i -> words[i] & ~other.word(i));
    return ofWords(rest);
  }

  public boolean intersects(SeatSet other) {
    for (int i = 0; i < words.length; i++) {
      if ((words[i] & other.word(i)) != 0) {
        return true;
      }
    }
    return false;
  }

  public boolean containsAll(SeatSet other) {
    return other.minus(this).isEmpty();
  }

  /** Ascending. */
  public IntStream seats() {
    return IntStream.range(0, words.length * Long.SIZE).filter(this::contains);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeatSet set && Arrays.equals(words, set.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return Arrays.toString(seats().toArray());
  }
}
