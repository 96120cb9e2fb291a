package kafedra.controller.feed;

/** What came of making a feed. */
public sealed interface Creation {
  /**
   * It is made.
   *
   * @param token told now and never again
   */
  record Created(Feed feed, FeedToken token) implements Creation {}

  /** The subject has as many feeds as it may; nothing changed. */
  record TooMany(int most) implements Creation {}
}
