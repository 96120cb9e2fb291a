package kafedra.controller.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestLimitTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final RequestLimit limit = new RequestLimit(2, WINDOW);

  @Test
  void letsAnAddressWaitForTheEndOfItsWindow() {
    assertThat(limit.waitFor("a", NOW)).isEmpty();
    assertThat(limit.waitFor("a", NOW.plusSeconds(60))).isEmpty();
    assertThat(limit.waitFor("a", NOW.plusSeconds(120))).contains(Duration.ofMinutes(13));
    assertThat(limit.waitFor("b", NOW.plusSeconds(120))).isEmpty();
    assertThat(limit.waitFor("a", NOW.plus(WINDOW))).isEmpty();
  }

  @Test
  void forgetsTheAddressLongestSilentWhenThereAreTooMany() {
    limit.waitFor("a", NOW);
    limit.waitFor("a", NOW);
    for (int i = 0; i < RequestLimit.ADDRESSES; i++) {
      limit.waitFor("other-" + i, NOW);
    }
    assertThat(limit.waitFor("a", NOW)).isEmpty();
    assertThat(limit.waitFor("a", NOW)).isEmpty();
    assertThat(limit.waitFor("a", NOW)).isPresent();
  }
}
