package kafedra.controller.files;

import java.util.OptionalInt;

/** Whole numbers as files have them. */
final class Numbers {
  private Numbers() {}

  /** The number, if the text is one of this range. */
  static OptionalInt whole(String text, int least, int most) {
    String digits = text.strip();
    if (!digits.matches("[0-9]{1,9}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(digits);
    return number < least || number > most ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
