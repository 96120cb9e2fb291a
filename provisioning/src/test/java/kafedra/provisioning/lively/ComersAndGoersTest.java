package kafedra.provisioning.lively;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComersAndGoersTest {
  private static final Instant OPENING = Instant.parse("2026-11-23T03:00:00Z");
  private static final List<String> CARDS =
      IntStream.range(0, 12).mapToObj(i -> "card-" + i).toList();
  private final FakePortal portal = new FakePortal();

  /** A kiosk with unlimited seats that writes down who came when and how long they stayed. */
  private static final class FakePortal implements Portal {
    private final Map<String, Instant> seated = new HashMap<>();
    private final List<Duration> stays = new ArrayList<>();
    private final List<String> arrivals = new ArrayList<>();
    private Instant now = OPENING;
    private Optional<Instant> visitor = Optional.empty();
    private boolean away;

    @Override
    public boolean isAwake() {
      return true;
    }

    @Override
    public Optional<Instant> lastVisitor(Instant asked) {
      return visitor;
    }

    @Override
    public Arrival arrive(String card) {
      if (away) {
        throw new PortalAwayException("gone", new IllegalStateException());
      }
      arrivals.add(card);
      seated.put(card, now);
      return new Arrival.Seated();
    }

    @Override
    public void leave(String card) {
      stays.add(Duration.between(seated.remove(card), now));
    }
  }

  private void live(ComersAndGoers pupils, Duration howLong) {
    Instant end = portal.now.plus(howLong);
    while (portal.now.isBefore(end)) {
      pupils.tick(portal.now);
      portal.now = portal.now.plusSeconds(1);
    }
  }

  private ComersAndGoers pupils(int most, int opening) {
    return new ComersAndGoers(portal, CARDS, most, opening, 7);
  }

  @Test
  void comeAndGoAllDayWithoutFillingTheRoom() {
    ComersAndGoers pupils = pupils(4, 2);
    for (int minute = 0; minute < 600; minute++) {
      live(pupils, Duration.ofMinutes(1));
      assertThat(portal.seated).hasSizeLessThanOrEqualTo(4);
      assertThat(pupils.seated()).isEqualTo(portal.seated.size());
    }
    assertThat(portal.stays).hasSizeGreaterThan(50);
    assertThat(portal.stays).allMatch(it -> it.compareTo(ComersAndGoers.SHORTEST_STAY) >= 0);
  }

  @Test
  void someComeAtTheOpening() {
    live(pupils(4, 3), Duration.ofSeconds(10));
    assertThat(portal.seated).hasSize(3);
  }

  @Test
  void giveWayToARealPersonAtTheScreen() {
    ComersAndGoers pupils = pupils(4, 4);
    portal.visitor = Optional.of(OPENING);
    live(pupils, ComersAndGoers.MANNERS);
    assertThat(portal.seated).isEmpty();
    live(pupils, Duration.ofSeconds(10));
    assertThat(portal.seated).isNotEmpty();
  }

  @Test
  void surviveAKioskThatIsAway() {
    ComersAndGoers pupils = pupils(4, 0);
    portal.away = true;
    live(pupils, Duration.ofMinutes(10));
    portal.away = false;
    live(pupils, Duration.ofMinutes(10));
    assertThat(portal.seated).isNotEmpty();
  }

  @Test
  void areTheSameForTheSameSeed() {
    live(pupils(4, 2), Duration.ofHours(2));
    List<String> first = List.copyOf(portal.arrivals);
    portal.arrivals.clear();
    portal.seated.clear();
    portal.now = OPENING;
    live(pupils(4, 2), Duration.ofHours(2));
    assertThat(portal.arrivals).isEqualTo(first).hasSizeGreaterThan(5);
  }
}
