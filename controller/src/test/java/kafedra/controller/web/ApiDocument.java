package kafedra.controller.web;

import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The API document, asked about operations and what their answers look like. */
final class ApiDocument {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode root;
  private final SchemaCheck check;

  ApiDocument(String yaml) throws IOException {
    root = Office.JSON.readTree(Yaml.mapper().readTree(yaml).toString());
    check = new SchemaCheck(root);
  }

  static String text(String name) throws IOException {
    try (InputStream in = ApiDocument.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  JsonNode root() {
    return root;
  }

  /** {@code GET /schools} and so on. */
  Set<String> operations() {
    Set<String> found = new TreeSet<>();
    for (String path : root.path("paths").propertyNames()) {
      for (String method : root.path("paths").path(path).propertyNames()) {
        if (METHODS.contains(method)) {
          found.add(method.toUpperCase(Locale.ROOT) + " " + path);
        }
      }
    }
    return found;
  }

  /** What is wrong with the document by the rules of OpenAPI 3.1. */
  static List<String> faults(String yaml) {
    return new OpenAPIV3Parser().readContents(yaml).getMessages();
  }

  /** What of an answer is not as the document says. */
  List<String> faults(String operation, int status, String contentType, String body) {
    int blank = operation.indexOf(' ');
    JsonNode responses =
        root.path("paths")
            .path(operation.substring(blank + 1))
            .path(operation.substring(0, blank).toLowerCase(Locale.ROOT))
            .path("responses");
    if (status < 400 && !responses.has(Integer.toString(status))) {
      return List.of("status " + status + " is not in the document");
    }
    JsonNode answer =
        status < 400
            ? responses.path(Integer.toString(status))
            : root.path("components").path("responses").path("Problem");
    JsonNode content = answer.path("content");
    if (content.isMissingNode()) {
      return body.isEmpty() ? List.of() : List.of("a body where none is documented");
    }
    String type = contentType.replaceAll(";.*", "").strip();
    if (!content.has(type)) {
      return List.of("content type «" + type + "» is not in the document");
    }
    return type.endsWith("json")
        ? check.faults(content.path(type).path("schema"), Office.JSON.readTree(body))
        : List.of();
  }

  /** What of a JSON text does not fit a named schema, or, where it is a list, its items. */
  List<String> mismatches(String name, String json) {
    JsonNode value = Office.JSON.readTree(json);
    JsonNode schema = root.path("components").path("schemas").path(name);
    return value.isArray()
        ? value.valueStream().flatMap(it -> check.faults(schema, it).stream()).toList()
        : check.faults(schema, value);
  }
}
