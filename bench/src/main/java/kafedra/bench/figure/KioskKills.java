package kafedra.bench.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import kafedra.bench.load.Portal;
import kafedra.bench.load.Program;
import kafedra.bench.load.RecordAudit;
import kafedra.bench.load.TrialSite;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;
import tools.jackson.databind.JsonNode;

/** A kiosk that is killed without a warning again and again while pupils come and go. */
public record KioskKills(long kills, long seed) implements Measurement {
  private static final int SEATS = 20;
  private static final int CARDS = 40;
  private static final int LONGEST_LIFE_MILLIS = 1_500;

  public KioskKills() {
    this(100, 25112026);
  }

  @Override
  public String name() {
    return "kiosk-kills";
  }

  @Override
  public String about() {
    return kills
        + " kills with -9 at random moments, seed "
        + seed
        + ": a kiosk with "
        + SEATS
        + " agents while pupils take seats and leave them; then its books and the controller's are"
        + " compared.";
  }

  @Override
  public Measurement with(long count, long newSeed) {
    return new KioskKills(count, newSeed);
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    Random random = new Random(seed);
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    List<Duration> restarts = new ArrayList<>();
    try (TrialSite site = new TrialSite(scratch, SEATS, 60, CARDS);
        Program fleet = site.startFleet()) {
      AtomicBoolean open = new AtomicBoolean(true);
      Thread pupils =
          Thread.ofPlatform()
              .name("pupils")
              .daemon(true)
              .start(() -> comeAndGo(site, acknowledged, open));
      for (long i = 0; i < kills; i++) {
        try (Program kiosk = site.startKiosk(TrialSite.SMALL_KIOSK, site.districtBroker())) {
          restarts.add(kiosk.awaitPage(site.portal()));
          TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
          kiosk.kill();
        }
      }
      try (Program kiosk = site.startKiosk(TrialSite.SMALL_KIOSK, site.districtBroker());
          Portal portal = new Portal(site.portal())) {
        kiosk.awaitPage(site.portal());
        TimeUnit.SECONDS.sleep(5);
        open.set(false);
        pupils.join();
        portal.awaitSent(Duration.ofMinutes(5));
      }
      RecordAudit.Found found =
          RecordAudit.of(site.kioskData(), site.controllerData(), List.copyOf(acknowledged));
      return List.of(
          new Figure("kiosk-kills", kills, "kills"),
          new Figure("kiosk-kills-records", found.owed(), "records"),
          new Figure("kiosk-kills-sessions", acknowledged.size(), "acknowledged"),
          new Figure("kiosk-kills-lost", found.lost() + found.unknown(), "records", "aim 0"),
          new Figure("kiosk-kills-doubled", found.doubled(), "records", "aim 0"),
          new Figure("kiosk-kills-restart-p50", new Percentiles(restarts).at(50), "ms"),
          new Figure("kiosk-kills-restart-longest", new Percentiles(restarts).at(100), "ms"));
    }
  }

  private static void comeAndGo(TrialSite site, Queue<String> acknowledged, AtomicBoolean open) {
    try (Portal portal = new Portal(site.portal())) {
      for (int i = 0; open.get(); i++) {
        try {
          JsonNode visit = portal.tap(TrialSite.card(i % CARDS));
          if (visit.path("session").isObject()) {
            var _ = portal.endSession(visit);
          } else {
            acknowledged.add(portal.takeSeat(visit).path("session").path("id").asString());
          }
        } catch (IOException killed) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        } catch (InterruptedException closing) {
          return;
        }
      }
    }
  }
}
