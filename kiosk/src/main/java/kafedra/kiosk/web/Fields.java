package kafedra.kiosk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The fields of a request's body, each checked as it is taken. */
final class Fields {
  /** Texts longer than this are no card, no number and no token. */
  static final int LONGEST_TEXT = 64;

  private final JsonNode tree;

  Fields(JsonNode tree) {
    this.tree = tree;
  }

  String text(String name) {
    JsonNode value = tree.get(name);
    if (value == null || !value.isString()) {
      throw new BadRequestException(name + " is missing or no text.");
    }
    return shortText(name, value.stringValue());
  }

  private static String shortText(String name, String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw new BadRequestException(name + " is empty or longer than " + LONGEST_TEXT + ".");
    }
    return text;
  }

  /** An id, which may be absent. */
  <T> Optional<T> optionalId(String name, Function<String, T> id) {
    JsonNode value = tree.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(id(name, text(name), id));
  }

  static <T> T id(String name, String text, Function<String, T> id) {
    try {
      return id.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw new BadRequestException(name + " is no id.", wrong);
    }
  }

  /** Words of an enumeration, each at most once; absent for none. */
  <E extends Enum<E>> List<E> words(String name, Class<E> type) {
    JsonNode list = tree.get(name);
    if (list == null || list.isNull()) {
      return List.of();
    }
    List<E> known = List.of(type.getEnumConstants());
    List<E> found = new ArrayList<>();
    if (list.isArray() && list.size() <= known.size()) {
      list.forEach(word ->
          known.stream().filter(it -> it.name().equals(word.asString(""))).forEach(found::add));
    }
    if (!list.isArray()
        || found.size() != list.size()
        || found.stream().distinct().count() != found.size()) {
      throw new BadRequestException(name + " is no list of " + known + ".");
    }
    return found;
  }

  /** One word of an enumeration. */
  <E extends Enum<E>> E word(String name, Class<E> type) {
    String word = text(name);
    return Stream.of(type.getEnumConstants())
        .filter(it -> it.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new BadRequestException(name + " is no " + type.getSimpleName() + "."));
  }

  /** A whole number, which may be absent. */
  Optional<Long> optionalNumber(String name, long least, long most) {
    JsonNode value = tree.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < least
        || value.longValue() > most) {
      throw new BadRequestException(
          name + " is no whole number from " + least + " to " + most + ".");
    }
    return Optional.of(value.longValue());
  }

  Instant instant(String name) {
    long farthest = 253_402_300_799_000L; // the year 9999
    return optionalNumber(name, 0, farthest)
        .map(Instant::ofEpochMilli)
        .orElseThrow(() -> new BadRequestException(name + " is missing."));
  }
}
