package kafedra.controller.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.FeedId;

/** Where feeds are kept. Changes return after the commit. */
public interface FeedStore {
  /** Keeps a feed unless its subject has so many already; whether it is kept. */
  Kept keep(Feed feed, String tokenHash, int most);

  /** What came of keeping. */
  enum Kept {
    KEPT,
    /** The subject has as many feeds as it may. */
    TOO_MANY
  }

  /** Feeds of a subject that are not revoked, the newest first. */
  List<Feed> of(FeedSubject subject);

  /** A feed that is not revoked. */
  Optional<Feed> find(FeedId id);

  /** As {@link #find}, by the hash of its token. */
  Optional<Feed> withToken(String tokenHash);

  void used(FeedId id, Instant at);

  /** Ends a feed; the feed as it was, or empty when there is none or it was revoked before. */
  Optional<Feed> revoke(FeedId id, String login, Instant at);
}
