package kafedra.controller.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fields of a body that must be there and fit. */
final class Fields {
  private Fields() {}

  static <T> T given(String name, @Nullable T value) {
    if (value == null) {
      throw Problem.at(ProblemCode.BAD_FIELD, name);
    }
    return value;
  }

  /** Text of 1 to so many characters. */
  static String text(String name, @Nullable String value, int most) {
    String text = given(name, value);
    if (text.isBlank() || text.length() > most) {
      throw Problem.at(ProblemCode.BAD_FIELD, name);
    }
    return text;
  }

  static <T> T id(String name, @Nullable String value, Function<String, T> type) {
    try {
      return type.apply(given(name, value));
    } catch (IllegalArgumentException unusable) {
      throw Problem.at(ProblemCode.BAD_FIELD, name);
    }
  }

  static <E extends Enum<E>> E word(String name, @Nullable String value, Class<E> words) {
    try {
      return Enum.valueOf(words, given(name, value));
    } catch (IllegalArgumentException unknown) {
      throw Problem.at(ProblemCode.BAD_FIELD, name);
    }
  }

  static int number(String name, @Nullable Integer value, int least, int most) {
    int number = given(name, value);
    if (number < least || number > most) {
      throw Problem.at(ProblemCode.BAD_FIELD, name);
    }
    return number;
  }
}
