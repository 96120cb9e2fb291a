package kafedra.bench.figure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kafedra.bench.load.Portal;
import kafedra.bench.load.Program;
import kafedra.bench.load.TrialSite;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;
import tools.jackson.databind.JsonNode;

/** How soon the kiosk shows its first page, and what kiosk and agent take of the memory. */
public final class Footprint implements Measurement {
  private static final int STARTS = 5;
  private static final int PEOPLE = 1_000;
  private static final int VISITS = 60;

  @Override
  public String name() {
    return "footprint";
  }

  @Override
  public String about() {
    return "Kiosk and agent with small-Pi flags, brokers outside, a replica of "
        + PEOPLE
        + " people: start to first page (median of "
        + STARTS
        + "), resident memory after "
        + VISITS
        + " visits.";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    try (TrialSite site = new TrialSite(scratch, 12, PEOPLE, 20)) {
      List<Duration> starts = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        try (Program kiosk = site.startKiosk(TrialSite.SMALL_KIOSK, site.districtBroker());
            Portal portal = new Portal(site.portal())) {
          starts.add(kiosk.awaitPage(site.portal()));
          portal.awaitCard(TrialSite.card(0));
        }
      }
      List<Figure> figures = new ArrayList<>();
      figures.add(new Figure("kiosk-first-page", new Percentiles(starts).at(50), "ms", "aim 2000"));
      figures.addAll(memory(site));
      return figures;
    }
  }

  private static List<Figure> memory(TrialSite site) throws Exception {
    List<Figure> figures = new ArrayList<>();
    try (Program kiosk = site.startKiosk(TrialSite.SMALL_KIOSK, site.districtBroker());
        Program fleet = site.startFleet();
        Portal portal = new Portal(site.portal())) {
      kiosk.awaitPage(site.portal());
      portal.awaitCard(TrialSite.card(0));
      portal.awaitFree(12);
      figures.add(new Figure("kiosk-resident-idle", kiosk.residentMb(), "MB"));
      for (int i = 0; i < VISITS; i++) {
        JsonNode visit = portal.takeSeat(portal.tap(TrialSite.card(i % 20)));
        var _ = portal.endSession(visit);
        portal.awaitFree(11);
      }
      figures.add(new Figure("kiosk-resident", kiosk.residentMb(), "MB", "aim 96"));
    }
    try (Program agent = site.startAgent(TrialSite.SMALL_AGENT)) {
      // its health is read for the first time within this; that is what takes the memory
      TimeUnit.SECONDS.sleep(20);
      figures.add(new Figure("agent-resident", agent.residentMb(), "MB", "aim 60"));
    }
    return figures;
  }
}
