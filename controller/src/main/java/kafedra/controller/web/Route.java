package kafedra.controller.web;

import java.time.Duration;
import kafedra.controller.timetable.TimetableLimits;

/**
 * One operation of the API.
 *
 * @param path below /api/v1, with {@code {parameters}}
 * @param body what it takes
 */
record Route(Method method, String path, Access access, BodyKind body, RouteHandler handler) {
  /** HTTP methods in use. */
  enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /** What a request may carry, and how many bytes of it. */
  enum BodyKind {
    NONE(0, Duration.ZERO),
    JSON(64 * 1024, Duration.ofSeconds(10)),
    /** Eight minutes of a line of 128 kbit/s. */
    CSV(8 * 1024 * 1024, Duration.ofMinutes(8)),
    /** Of any type: its reader looks into it. */
    TIMETABLE(TimetableLimits.FILE_BYTES, Duration.ofMinutes(8));

    private final int limit;
    private final Duration patience;

    BodyKind(int limit, Duration patience) {
      this.limit = limit;
      this.patience = patience;
    }

    /** How long a whole body may take to come. */
    Duration patience() {
      return patience;
    }

    int limit() {
      return limit;
    }
  }

  /** Whether a path of a request is this route's, whatever the method. */
  boolean matches(String asked) {
    return asked.matches(WebServer.API + path.replaceAll("\\{[a-z]+}", "[^/]+"));
  }

  static Route get(String path, Access access, RouteHandler handler) {
    return new Route(Method.GET, path, access, BodyKind.NONE, handler);
  }

  static Route change(Method method, String path, Access access, RouteHandler handler) {
    return new Route(method, path, access, BodyKind.NONE, handler);
  }

  static Route json(Method method, String path, Access access, RouteHandler handler) {
    return new Route(method, path, access, BodyKind.JSON, handler);
  }
}
