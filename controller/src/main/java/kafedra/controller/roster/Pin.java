package kafedra.controller.roster;

import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * Four to eight digits that are not the first to be tried.
 *
 * @param digits the PIN itself; never logged
 */
public record Pin(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{4,8}");
  private static final Pattern YEAR = Pattern.compile("(19[5-9]|20[0-3])[0-9]");
  private static final String RISING = "01234567890";
  private static final String FALLING = "09876543210";

  public Pin {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException("a PIN is 4 to 8 digits");
    }
  }

  /** Repeats (0000, 1212), runs (1234, 9876) and years (2012) fall at the first guess. */
  public boolean isTrivial() {
    return digits.chars().distinct().count() < 3
        || RISING.contains(digits)
        || FALLING.contains(digits)
        || YEAR.matcher(digits).matches()
        || digits.substring(0, digits.length() / 2).equals(digits.substring(digits.length() / 2));
  }

  /**
   * @param random gives a number from 0 to below its argument
   */
  static Pin draw(IntUnaryOperator random) {
    Pin drawn;
    do {
      drawn = new Pin("%04d".formatted(random.applyAsInt(10_000)));
    } while (drawn.isTrivial());
    return drawn;
  }

  /** Masked. */
  @Override
  public String toString() {
    return "Pin[masked]";
  }
}
