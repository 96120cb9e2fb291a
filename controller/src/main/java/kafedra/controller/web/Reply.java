package kafedra.controller.web;

/** What a handler answers. */
sealed interface Reply {
  /** A value as JSON. */
  record Json(int status, Object value) implements Reply {}

  /** Text of a kind. */
  record Text(String contentType, String text) implements Reply {}

  /** A file to keep. */
  record Download(String contentType, String fileName, String text) implements Reply {}

  /** 204. */
  record Empty() implements Reply {}

  /** The handler wrote the response itself. */
  record Streamed() implements Reply {}

  static Reply ok(Object value) {
    return new Json(200, value);
  }
}
