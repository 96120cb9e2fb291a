package kafedra.controller.feed;

import java.time.Instant;
import kafedra.contract.id.FeedId;
import kafedra.contract.time.Millis;
import kafedra.controller.access.Language;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it is kept; its secret is not.
 *
 * @param language of its words: that of the page on which it was made
 * @param madeBy login
 * @param usedAt when it was last fetched, to the {@link FeedDesk#USED_STEP}; null if never
 */
public record Feed(
    FeedId id,
    FeedSubject subject,
    Language language,
    String madeBy,
    Instant madeAt,
    @Nullable Instant usedAt) {
  public Feed {
    madeAt = Millis.of(madeAt);
  }
}
