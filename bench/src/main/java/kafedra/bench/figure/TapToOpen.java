package kafedra.bench.figure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kafedra.bench.load.Portal;
import kafedra.bench.load.Program;
import kafedra.bench.load.ScreenWatch;
import kafedra.bench.load.TrialSite;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ScreenState;
import tools.jackson.databind.JsonNode;

/** From a card at the kiosk to an open screen, and from signing out to a locked one. */
public final class TapToOpen implements Measurement {
  private static final int SEATS = 20;
  private static final int CARDS = 20;
  private static final int WARM_UP = 40;
  private static final int TAPS = 400;

  @Override
  public String name() {
    return "tap-to-open";
  }

  @Override
  public String about() {
    return "Card, any seat, and the agent's report that its screen is open; one kiosk with small-Pi"
        + " flags, "
        + SEATS
        + " agents, Mosquitto, each session durable before its screen opens.";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    try (TrialSite site = new TrialSite(scratch, SEATS, 200, CARDS);
        Program kiosk = site.startKiosk(TrialSite.SMALL_KIOSK, site.districtBroker());
        Program fleet = site.startFleet();
        ScreenWatch screens = new ScreenWatch(site.siteBroker());
        Portal portal = new Portal(site.portal())) {
      kiosk.awaitPage(site.portal());
      portal.awaitCard(TrialSite.card(0));
      portal.awaitFree(SEATS);
      List<Duration> opened = new ArrayList<>();
      List<Duration> locked = new ArrayList<>();
      for (int i = 0; i < WARM_UP + TAPS; i++) {
        String card = TrialSite.card(i % CARDS);
        long tapped = System.nanoTime();
        JsonNode visit = portal.takeSeat(portal.tap(card));
        WorkstationId seat = new WorkstationId(visit.path("session").path("seat").asString());
        screens.await(seat, ScreenState.OPEN);
        long open = System.nanoTime();
        var _ = portal.endSession(visit);
        screens.await(seat, ScreenState.LOCKED);
        if (i >= WARM_UP) {
          opened.add(Duration.ofNanos(open - tapped));
          locked.add(Duration.ofNanos(System.nanoTime() - open));
        }
        portal.awaitFree(SEATS);
      }
      Percentiles toOpen = new Percentiles(opened);
      Percentiles toLock = new Percentiles(locked);
      return List.of(
          new Figure("tap-to-open-p50", toOpen.at(50), "ms"),
          new Figure("tap-to-open-p99", toOpen.at(99), "ms", "aim 150"),
          new Figure("sign-out-to-locked-p50", toLock.at(50), "ms"),
          new Figure("sign-out-to-locked-p99", toLock.at(99), "ms"));
    }
  }
}
