package kafedra.controller.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Holds a value against a schema of our document, as far as that document uses JSON Schema. A word
 * that is not understood is a fault, so that nothing passes unchecked.
 */
final class SchemaCheck {
  private static final Set<String> SAYS_NOTHING =
      Set.of("description", "examples", "default", "title");

  private final JsonNode document;

  SchemaCheck(JsonNode document) {
    this.document = document;
  }

  List<String> faults(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "$", faults);
    return faults;
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    for (String word : schema.propertyNames()) {
      JsonNode rule = schema.path(word);
      boolean fits =
          switch (word) {
            case "$ref" -> fitsAll(target(rule.asString()), value, at, faults);
            case "type" -> fitsType(rule, value);
            case "enum" -> rule.valueStream().anyMatch(value::equals);
            case "required" ->
                !value.isObject() || rule.valueStream().allMatch(it -> value.has(it.asString()));
            case "properties" -> fitsProperties(schema, value, at, faults);
            case "items" -> fitsItems(rule, value, at, faults);
            case "oneOf" ->
                rule.valueStream().filter(it -> faults(it, value).isEmpty()).count() == 1;
            case "pattern" -> !value.isString() || value.asString().matches(rule.asString());
            case "format" -> !value.isString() || fitsFormat(rule.asString(), value.asString());
            case "minimum" -> !value.isNumber() || value.asDouble() >= rule.asDouble();
            case "maximum" -> !value.isNumber() || value.asDouble() <= rule.asDouble();
            case "additionalProperties" -> fitsRest(schema, rule, value, at, faults);
            case "maxItems" -> !value.isArray() || value.size() <= rule.asInt();
            case "minLength" -> !value.isString() || value.asString().length() >= rule.asInt();
            case "maxLength" -> !value.isString() || value.asString().length() <= rule.asInt();
            default -> SAYS_NOTHING.contains(word);
          };
      if (!fits) {
        faults.add(at + " does not fit " + word + " " + rule + ": " + brief(value));
      }
    }
  }

  private JsonNode target(String reference) {
    return document.at(reference.substring(1));
  }

  private boolean fitsAll(JsonNode schema, JsonNode value, String at, List<String> faults) {
    if (schema.isMissingNode()) {
      return false;
    }
    check(schema, value, at, faults);
    return true;
  }

  private static boolean fitsType(JsonNode rule, JsonNode value) {
    return rule.isArray()
        ? rule.valueStream().anyMatch(it -> isOf(it.asString(), value))
        : isOf(rule.asString(), value);
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  private boolean fitsProperties(JsonNode schema, JsonNode value, String at, List<String> faults) {
    JsonNode properties = schema.path("properties");
    for (String name : properties.propertyNames()) {
      if (value.has(name)) {
        check(properties.path(name), value.path(name), at + "." + name, faults);
      }
    }
    return true;
  }

  private boolean fitsRest(
      JsonNode schema, JsonNode rule, JsonNode value, String at, List<String> faults) {
    for (String name : value.propertyNames()) {
      if (!schema.path("properties").has(name)) {
        if (rule.isBoolean()) {
          return rule.asBoolean();
        }
        check(rule, value.path(name), at + "." + name, faults);
      }
    }
    return true;
  }

  private boolean fitsItems(JsonNode rule, JsonNode value, String at, List<String> faults) {
    for (int i = 0; i < value.size(); i++) {
      check(rule, value.get(i), at + "[" + i + "]", faults);
    }
    return true;
  }

  private static boolean fitsFormat(String format, String text) {
    try {
      return switch (format) {
        case "date-time" -> text.endsWith("Z") && Instant.parse(text) != null;
        case "date" -> LocalDate.parse(text) != null;
        default -> false;
      };
    } catch (DateTimeParseException malformed) {
      return false;
    }
  }

  private static String brief(JsonNode value) {
    String text = value.toString();
    return text.length() > 300 ? text.substring(0, 300) : text;
  }
}
