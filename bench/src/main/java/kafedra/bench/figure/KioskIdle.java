package kafedra.bench.figure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kafedra.bench.load.Portal;
import kafedra.bench.load.Program;
import kafedra.bench.load.TrialSite;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;

/** What a kiosk costs its machine while nobody comes: memory, processor, and wear of the card. */
public record KioskIdle(long minutes) implements Measurement {
  private static final int SEATS = 12;
  private static final int PEOPLE = 1_000;
  private static final double MINUTES_AN_HOUR = 60;

  public KioskIdle() {
    this(10);
  }

  @Override
  public String name() {
    return "kiosk-idle";
  }

  @Override
  public String about() {
    return "Kiosk with small-Pi flags, "
        + SEATS
        + " agents that report, "
        + PEOPLE
        + " people, connected, nobody comes, over "
        + minutes
        + " minutes after one to settle.";
  }

  @Override
  public Measurement with(long count, long seed) {
    return new KioskIdle(count);
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    try (TrialSite site = new TrialSite(scratch, SEATS, PEOPLE, 1);
        Program kiosk = site.startKiosk(TrialSite.SMALL_KIOSK, site.districtBroker());
        Program fleet = site.startFleet();
        Portal portal = new Portal(site.portal())) {
      kiosk.awaitPage(site.portal());
      portal.awaitCard(TrialSite.card(0));
      portal.awaitFree(SEATS);
      TimeUnit.MINUTES.sleep(1);
      Duration busyBefore = kiosk.processorTime();
      long writtenBefore = kiosk.written();
      long from = System.nanoTime();
      TimeUnit.MINUTES.sleep(minutes);
      double seconds = (System.nanoTime() - from) / 1e9;
      double busy = kiosk.processorTime().minus(busyBefore).toNanos() / 1e9;
      double written = (kiosk.written() - writtenBefore) / 1e6;
      return List.of(
          new Figure("kiosk-idle-resident", kiosk.residentMb(), "MB", "aim 90, better 72"),
          new Figure("kiosk-idle-processor", 100 * busy / seconds, "%", "aim 1, of one core"),
          new Figure(
              "kiosk-idle-written",
              written * MINUTES_AN_HOUR * 60 / seconds,
              "MB/h",
              "aim 1; write_bytes of the process"));
    }
  }
}
