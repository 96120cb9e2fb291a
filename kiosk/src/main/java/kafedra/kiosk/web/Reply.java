package kafedra.kiosk.web;

import java.util.Optional;

/** What a request is answered with. */
sealed interface Reply {
  /**
   * @param view written as JSON
   */
  record View(Object view) implements Reply {}

  /** Done, and nothing to show. */
  record Nothing() implements Reply {}

  record Failed(Problem problem) implements Reply {}

  /**
   * @param etag changes with the content
   */
  record File(Asset asset, Optional<String> etag) implements Reply {}
}
