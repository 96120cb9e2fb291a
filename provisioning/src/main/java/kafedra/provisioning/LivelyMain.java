package kafedra.provisioning;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.demo.CardIndex;
import kafedra.provisioning.demo.DemoPorts;
import kafedra.provisioning.demo.District;
import kafedra.provisioning.demo.Site;
import kafedra.provisioning.http.HttpPortal;
import kafedra.provisioning.lively.ComersAndGoers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The made-up pupils of all kiosks, on one thread. */
final class LivelyMain implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final long SEED = 20_261_122;
  private static final Logger log = LoggerFactory.getLogger(LivelyMain.class);

  private final List<HttpPortal> portals;
  private final List<ComersAndGoers> pupils;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("made-up-pupils").daemon(true).factory());

  private LivelyMain(List<HttpPortal> portals, List<ComersAndGoers> pupils, InstantSource clock) {
    this.portals = portals;
    this.pupils = pupils;
    this.clock = clock;
  }

  /**
   * @param lively without it nobody comes, and only the rooms are watched
   */
  static LivelyMain of(
      District district, CardIndex cards, DemoPorts ports, Switch lively, InstantSource clock) {
    List<HttpPortal> portals = new ArrayList<>();
    List<ComersAndGoers> pupils = new ArrayList<>();
    for (int i = 0; i < district.sites().size(); i++) {
      Site site = district.sites().get(i);
      HttpPortal portal = new HttpPortal(DemoPrograms.http(ports.kiosk(i), "/"));
      portals.add(portal);
      List<String> tapped =
          cards.of(site.school(), CardHolder.Player.PROGRAM).stream()
              .map(CardHolder::card)
              .toList();
      int half = site.workstations().size() / 2;
      if (lively.isOn()) {
        pupils.add(new ComersAndGoers(portal, tapped, half, half - 1, SEED + i));
      }
    }
    return new LivelyMain(portals, pupils, clock);
  }

  /**
   * Waits until every kiosk hears its seats; a seat that stays silent is shown as such and holds
   * nobody up.
   */
  void awaitRooms(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    try {
      while (System.nanoTime() < deadline && !portals.stream().allMatch(HttpPortal::isAwake)) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void start() {
    portals.forEach(HttpPortal::start);
    var _ =
        timer.scheduleWithFixedDelay(
            this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    for (ComersAndGoers some : pupils) {
      try {
        some.tick(clock.instant());
      } catch (RuntimeException fault) {
        // a timer that throws is never called again, and one kiosk's trouble is not the other's
        log.warn("a made-up pupil stumbled; the others go on", fault);
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    portals.forEach(HttpPortal::close);
  }
}
