package kafedra.bench.figure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kafedra.bench.load.KioskStream;
import kafedra.bench.load.Mosquitto;
import kafedra.bench.load.TrialController;
import kafedra.bench.load.TrialDistrict;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.Health;
import kafedra.contract.message.LineMethod;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;

/** How many records a second the controller takes from MQTT into its database and acknowledges. */
public final class IntakeRate implements Measurement {
  private static final int KIOSKS = 4;
  private static final long SINGLE = 40_000;
  private static final long BATCHED = 250_000;
  private static final TrialDistrict DISTRICT = new TrialDistrict(KIOSKS, 20);

  private final InstantSource clock;

  public IntakeRate(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public String about() {
    return KIOSKS
        + " kiosks publish records to a controller process (SQLite WAL, FULL); counted when"
        + " acknowledged after commit.";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    List<Figure> figures = new ArrayList<>();
    try (Mosquitto mosquitto = Mosquitto.start(scratch).orElse(null)) {
      if (mosquitto != null) {
        figures.addAll(through("mosquitto", scratch.resolve("a"), Optional.of(mosquitto)));
      }
    }
    figures.addAll(through("embedded", scratch.resolve("b"), Optional.empty()));
    return figures;
  }

  private List<Figure> through(String broker, Path folder, Optional<Mosquitto> mosquitto)
      throws Exception {
    try (TrialController controller = TrialController.start(DISTRICT, folder, mosquitto)) {
      double warm = rate(controller, "00000001", 1, SINGLE / 2);
      double single = rate(controller, "00000002", 1, SINGLE);
      double batched = rate(controller, "00000003", 250, BATCHED);
      return List.of(
          new Figure(
              "intake-single-first-" + broker,
              warm,
              "records/s",
              "the first " + SINGLE / 2 + " of each kiosk"),
          new Figure("intake-single-" + broker, single, "records/s", "aim 25000"),
          new Figure("intake-batched-" + broker, batched, "records/s", "aim 80000, 250 a message"));
    }
  }

  private double rate(TrialController controller, String epoch, int perMessage, long each)
      throws Exception {
    List<KioskStream> streams = new ArrayList<>();
    try (ExecutorService kiosks = Executors.newFixedThreadPool(KIOSKS)) {
      for (int i = 0; i < KIOSKS; i++) {
        streams.add(
            new KioskStream(
                controller.broker(),
                DISTRICT.kiosk(i),
                DISTRICT.secret(DISTRICT.kiosk(i)),
                epoch,
                perMessage,
                perMessage == 1 ? 2_000 : 20_000));
      }
      while (!streams.stream().allMatch(KioskStream::isUp)) {
        Thread.onSpinWait();
      }
      List<SiteRecord> kinds = kinds();
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (KioskStream stream : streams) {
        running.add(
            kiosks.submit(() -> {
              stream.deliver(each, kinds);
              return null;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      return KIOSKS * each / ((System.nanoTime() - start) / 1e9);
    } finally {
      streams.forEach(KioskStream::close);
    }
  }

  /** What a kiosk reports most. */
  private List<SiteRecord> kinds() {
    Stamp at = new Stamp(clock.instant(), Duration.ofHours(1), ClockTrust.TRUSTED);
    return List.of(
        new SiteRecord.SessionUsed(
            at, new SessionId("s-1"), Duration.ofMinutes(5), Duration.ofMinutes(4)),
        new SiteRecord.SeatChanged(at, DISTRICT.seat(0, 1), SeatCondition.IN_USE),
        new SiteRecord.LineMeasured(
            at, Duration.ofMinutes(5), LineMethod.LOWER_BOUND, 420, 60, 900, Duration.ofMillis(40)),
        new SiteRecord.WorkstationChecked(
            at, DISTRICT.seat(0, 1), new Health(80, 900, 4000, 20_000, 60_000, 12, 4, null)));
  }
}
