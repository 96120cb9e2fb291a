package kafedra.controller.feed;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kafedra.contract.id.FeedId;
import kafedra.controller.access.Language;

/** Makes feeds, opens them to whoever knows the secret, and ends them. */
public final class FeedDesk {
  /**
   * Feeds of one person, group or lab at the most: one for each device, so that each can be ended.
   */
  public static final int MOST = 10;

  /** How stale the time of the last use may be: it spares a write a fetch. */
  public static final Duration USED_STEP = Duration.ofHours(1);

  private final FeedStore store;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public FeedDesk(FeedStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public Creation create(FeedSubject subject, Language language, String login) {
    FeedToken token = FeedToken.random(random);
    FeedId id = new FeedId(UUID.randomUUID().toString());
    Feed feed = new Feed(id, subject, language, login, clock.instant(), null);
    return switch (store.keep(feed, token.hash(), MOST)) {
      case KEPT -> new Creation.Created(feed, token);
      case TOO_MANY -> new Creation.TooMany(MOST);
    };
  }

  /** Feeds of a subject that are not revoked, the newest first. */
  public List<Feed> of(FeedSubject subject) {
    return store.of(subject);
  }

  public Optional<Feed> find(FeedId id) {
    return store.find(id);
  }

  /**
   * The feed of a token. For a token that nobody has, that is revoked or of a wrong form the same
   * work is done: one hash and one look into an index of hashes, which tell nothing of the token.
   */
  public Optional<Feed> open(String token) {
    Optional<Feed> found = store.withToken(FeedToken.hash(token));
    Instant now = clock.instant();
    found
        .filter(it -> it.usedAt() == null || it.usedAt().plus(USED_STEP).isBefore(now))
        .ifPresent(it -> store.used(it.id(), now));
    return found;
  }

  /** Ends a feed at once; empty when it was ended before. */
  public Optional<Feed> revoke(FeedId id, String login) {
    return store.revoke(id, login, clock.instant());
  }
}
