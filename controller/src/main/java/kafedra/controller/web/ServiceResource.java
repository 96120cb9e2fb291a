package kafedra.controller.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program's own: is it there, and what does it speak. */
final class ServiceResource {
  private record Health(String status, String version) {}

  private final String version;

  ServiceResource(String version) {
    this.version = version;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/health", Access.OPEN, call -> Reply.ok(new Health("ok", version))),
        Route.get(
            "/openapi.yaml",
            Access.OPEN,
            call -> new Reply.Text("application/yaml; charset=utf-8", document("openapi.yaml"))));
  }

  private static String document(String name) {
    try (InputStream in = ServiceResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name, broken);
    }
  }
}
