package kafedra.controller.files;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One value of a JSON file and where it stands. Readers answer a stand-in when the value is wrong
 * and note the problem, so that one pass finds all of them; whoever reads uses nothing when there
 * were problems.
 */
final class Place {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final String path;
  private final JsonNode node;
  private final Places places;

  Place(String path, JsonNode node, Places places) {
    this.path = path;
    this.node = node;
    this.places = places;
  }

  String path() {
    return path;
  }

  void wrong(String problem) {
    places.wrong(path, problem);
  }

  void claim(String kind, String id) {
    places.claim(kind, id, path);
  }

  Place at(String name) {
    return new Place(path.isEmpty() ? name : path + "." + name, node.path(name), places);
  }

  boolean isThere() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** An object with no keys but these. */
  Place only(Set<String> keys) {
    if (!node.isObject()) {
      wrong("must be an object");
      return this;
    }
    for (String name : node.propertyNames()) {
      if (!keys.contains(name)) {
        wrong("unknown key «" + name + "»" + nearest(name, keys));
      }
    }
    return this;
  }

  private static String nearest(String name, Set<String> keys) {
    return keys.stream()
        .filter(key -> key.equalsIgnoreCase(name) || key.startsWith(name) || name.startsWith(key))
        .findFirst()
        .map(key -> ". Maybe «" + key + "» is meant.")
        .orElse("; known are " + keys.stream().sorted().toList());
  }

  List<Place> each() {
    List<Place> items = new ArrayList<>();
    if (!node.isArray()) {
      wrong(isThere() ? "must be a list" : "is missing");
      return items;
    }
    for (int i = 0; i < node.size(); i++) {
      items.add(new Place(path + "[" + i + "]", node.get(i), places));
    }
    return items;
  }

  /** Text of 1 to 200 characters. */
  String text() {
    if (!node.isString() || node.asString().isBlank() || node.asString().length() > 200) {
      wrong(isThere() ? "must be text of 1 to 200 characters" : "is missing");
      return "?";
    }
    return node.asString().strip();
  }

  int number(int least, int most) {
    if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
      wrong(
          isThere()
              ? "must be a whole number from " + least + " to " + most
              : "is missing; a whole number from " + least + " to " + most);
      return least;
    }
    return node.intValue();
  }

  /** The value as it stands in the file, without blanks between. */
  String json() {
    return node.toString();
  }

  /** A value with the keys of a record. */
  <T> Optional<T> as(Class<T> type) {
    try {
      return Optional.of(MAPPER.treeToValue(node, type));
    } catch (DatabindException misfit) {
      String where =
          misfit.getPath().stream()
              .map(it ->
                  it.getPropertyName() == null
                      ? "[" + it.getIndex() + "]"
                      : "." + it.getPropertyName())
              .collect(Collectors.joining());
      places.wrong(path + where, misfit.getOriginalMessage());
      return Optional.empty();
    }
  }

  /**
   * Text that a function understands; what it throws is told, and not the text: it may be a secret.
   */
  <T> Optional<T> as(Function<String, T> type) {
    if (!node.isString()) {
      wrong(isThere() ? "must be text" : "is missing");
      return Optional.empty();
    }
    try {
      return Optional.of(type.apply(node.asString()));
    } catch (IllegalArgumentException | DateTimeException unusable) {
      wrong("is not usable: " + unusable.getMessage());
      return Optional.empty();
    }
  }
}
