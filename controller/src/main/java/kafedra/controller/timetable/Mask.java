package kafedra.controller.timetable;

import java.util.regex.Pattern;

/**
 * Which weeks of a cycle, or which terms of a year, are meant: {@code 10} is the first of two,
 * {@code 1} is each.
 *
 * @param bits 1 to {@value #LONGEST} signs 0 and 1, with a 1 among them
 */
public record Mask(String bits) {
  static final int LONGEST = 60;

  private static final Pattern BITS = Pattern.compile("[01]{1," + LONGEST + "}");

  /** Every week, or the whole year. */
  public static final Mask EACH = new Mask("1");

  public Mask {
    if (!BITS.matcher(bits).matches() || bits.indexOf('1') < 0) {
      throw new IllegalArgumentException(
          "«" + bits + "» is no mask. Maybe another column was read; 10 and 01 are masks.");
    }
  }

  /** Whether the text may be a mask, a whole one of zeros included. */
  public static boolean isBits(String text) {
    return BITS.matcher(text).matches();
  }

  public int length() {
    return bits.length();
  }

  public boolean isEach() {
    return bits.indexOf('0') < 0;
  }

  /**
   * @param index from 0; wraps around after {@link #length}
   */
  public boolean has(int index) {
    return bits.charAt(Math.floorMod(index, bits.length())) == '1';
  }

  /** Whether something may fall to both, both being counted from one beginning. */
  public boolean meets(Mask other) {
    int both = length() * other.length();
    for (int i = 0; i < both; i++) {
      if (has(i) && other.has(i)) {
        return true;
      }
    }
    return false;
  }
}
