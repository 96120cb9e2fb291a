package kafedra.bench.figure;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kafedra.bench.load.CountedLine;
import kafedra.bench.load.Portal;
import kafedra.bench.load.Program;
import kafedra.bench.load.TrialSite;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import tools.jackson.databind.JsonNode;

/** What a full room costs the building's line. */
public final class LineBytes implements Measurement {
  private static final int SEATS = 20;
  private static final int MINUTES = 6;

  /**
   * Every seat is taken for half an hour at a time: so many begin, and as many end, in the measured
   * minutes.
   */
  private static final int CHANGES = SEATS * MINUTES / 30;

  @Override
  public String name() {
    return "line-bytes";
  }

  @Override
  public String about() {
    return "Bytes between a kiosk and the district's broker over "
        + MINUTES
        + " minutes: "
        + SEATS
        + " seats in use, "
        + CHANGES
        + " pupils leave and come.";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    try (TrialSite site = new TrialSite(scratch, SEATS, 300, SEATS + CHANGES);
        CountedLine line = new CountedLine(site.districtBroker());
        Program kiosk = site.startKiosk(TrialSite.SMALL_KIOSK, line.uri());
        Program fleet = site.startFleet();
        Portal portal = new Portal(site.portal())) {
      kiosk.awaitPage(site.portal());
      portal.awaitCard(TrialSite.card(0));
      long replica = line.payloadBytes();
      portal.awaitFree(SEATS);
      Deque<JsonNode> sitting = new ArrayDeque<>();
      for (int i = 0; i < SEATS; i++) {
        sitting.add(portal.takeSeat(portal.tap(TrialSite.card(i))));
      }
      TimeUnit.SECONDS.sleep(5);
      long payload = line.payloadBytes();
      long all = line.lineBytes();
      for (int i = 0; i < CHANGES; i++) {
        TimeUnit.SECONDS.sleep(MINUTES * 60 / CHANGES);
        sitting.removeFirst();
        var _ = portal.endSession(portal.tap(TrialSite.card(i)));
        portal.awaitFree(1);
        sitting.add(portal.takeSeat(portal.tap(TrialSite.card(SEATS + i))));
      }
      double workstationHours = SEATS * MINUTES / 60.0;
      return List.of(
          new Figure(
              "line-payload-per-workstation-hour",
              (line.payloadBytes() - payload) / 1000.0 / workstationHours,
              "kB"),
          new Figure(
              "line-bytes-per-workstation-hour",
              (line.lineBytes() - all) / 1000.0 / workstationHours,
              "kB",
              "aim 20, with TCP/IP headers"),
          new Figure("first-replica-300-people", replica / 1000.0, "kB"));
    }
  }
}
