package kafedra.provisioning.lively;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The made-up pupils of one kiosk. They sit for 5 to 20 minutes, never fill the room, and give way
 * to a real person at the screen.
 *
 * <p>The same seed gives the same pupils in the same order. Used by one thread, which calls {@link
 * #tick} about once a second.
 */
public final class ComersAndGoers {
  /** A real person's screen is left alone until nobody was there for this long. */
  public static final Duration MANNERS = Duration.ofSeconds(60);

  static final Duration SHORTEST_STAY = Duration.ofMinutes(5);
  static final Duration LONGEST_STAY = Duration.ofMinutes(20);
  static final Duration OPENING_GAP = Duration.ofSeconds(2);
  private static final Duration SHORTEST_GAP = Duration.ofSeconds(45);
  private static final Duration LONGEST_GAP = Duration.ofMinutes(4);
  private static final Logger log = LoggerFactory.getLogger(ComersAndGoers.class);

  private final Portal portal;
  private final List<String> cards;
  private final int most;
  private final Random random;
  private final Map<String, Instant> leaving = new HashMap<>();
  private Instant next = Instant.MIN;
  private int opening;

  /**
   * @param cards of those who may come
   * @param most how many sit at once
   * @param opening how many come one after the other at the start, so that there is something to
   *     look at
   */
  public ComersAndGoers(Portal portal, List<String> cards, int most, int opening, long seed) {
    this.portal = portal;
    this.cards = List.copyOf(cards);
    this.most = most;
    this.opening = opening;
    this.random = new Random(seed);
  }

  /** How many of them sit, as far as they know. */
  public int seated() {
    return leaving.size();
  }

  /** Lets one pupil come or go if it is time for it and the screen is free. */
  public void tick(Instant now) {
    if (now.isBefore(next) || isSomebodyThere(now)) {
      return;
    }
    opening = Math.max(0, opening - 1);
    next = now.plus(opening > 0 ? OPENING_GAP : between(SHORTEST_GAP, LONGEST_GAP));
    try {
      Optional<String> tired = whoseTimeIsOver(now);
      if (tired.isPresent()) {
        leaving.remove(tired.get());
        portal.leave(tired.get());
      } else if (leaving.size() < most) {
        welcome(now);
      }
    } catch (PortalAwayException away) {
      log.info("the kiosk cannot be asked now ({}); the pupils come back later", away.getMessage());
    }
  }

  private boolean isSomebodyThere(Instant now) {
    return portal.lastVisitor(now).filter(seen -> seen.plus(MANNERS).isAfter(now)).isPresent();
  }

  private Optional<String> whoseTimeIsOver(Instant now) {
    return leaving.entrySet().stream()
        .filter(it -> !it.getValue().isAfter(now))
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private void welcome(Instant now) {
    List<String> outside = new ArrayList<>(cards);
    outside.removeAll(leaving.keySet());
    if (outside.isEmpty()) {
      return;
    }
    String card = outside.get(random.nextInt(outside.size()));
    Instant until = now.plus(between(SHORTEST_STAY, LONGEST_STAY));
    switch (portal.arrive(card)) {
      case Portal.Arrival.Seated(), Portal.Arrival.SatAlready() -> leaving.put(card, until);
      case Portal.Arrival.TurnedAway(String code) ->
          log.info("a made-up pupil found no seat: {}", code);
    }
  }

  private Duration between(Duration least, Duration most) {
    return least.plusMillis(random.nextLong(most.minus(least).toMillis()));
  }
}
