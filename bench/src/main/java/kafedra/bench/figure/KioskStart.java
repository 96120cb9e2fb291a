package kafedra.bench.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kafedra.bench.load.Portal;
import kafedra.bench.load.Program;
import kafedra.bench.load.TrialSite;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;

/** How soon the kiosk shows its first page, without and with a cache made at its installation. */
public final class KioskStart implements Measurement {
  private static final int STARTS = 7;
  private static final int PEOPLE = 1_000;

  @Override
  public String name() {
    return "kiosk-start";
  }

  @Override
  public String about() {
    return "Kiosk with small-Pi flags and a replica of "
        + PEOPLE
        + " people: start of the process to its first page, median of "
        + STARTS
        + ", plain and with an AOT cache of a training run.";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    Path cache = scratch.resolve("kiosk.aot");
    try (TrialSite site = new TrialSite(scratch, 12, PEOPLE, 1)) {
      train(site, cache);
      Starts plain = starts(site, TrialSite.SMALL_KIOSK);
      Starts cached = starts(site, with("-XX:AOTCache=" + cache));
      return List.of(
          new Figure("kiosk-start-plain", plain.median(), "ms"),
          new Figure("kiosk-start-aot", cached.median(), "ms", "aim 1500"),
          new Figure("kiosk-start-plain-resident", plain.residentMb(), "MB"),
          new Figure("kiosk-start-aot-resident", cached.residentMb(), "MB"),
          new Figure("kiosk-aot-cache", Files.size(cache) / 1e6, "MB"));
    }
  }

  private static List<String> with(String flag) {
    return Stream.concat(TrialSite.SMALL_KIOSK.stream(), Stream.of(flag)).toList();
  }

  /** As the installation does: one start, one visit, one end; the cache is written at the end. */
  private static void train(TrialSite site, Path cache) throws Exception {
    try (Program kiosk =
            site.startKiosk(with("-XX:AOTCacheOutput=" + cache), site.districtBroker());
        Portal portal = new Portal(site.portal())) {
      kiosk.awaitPage(site.portal());
      portal.awaitCard(TrialSite.card(0));
    }
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the training run wrote no cache");
    }
  }

  private record Starts(double median, double residentMb) {}

  private static Starts starts(TrialSite site, List<String> flags) throws Exception {
    List<Duration> lengths = new ArrayList<>();
    double resident = 0;
    for (int i = 0; i < STARTS; i++) {
      try (Program kiosk = site.startKiosk(flags, site.districtBroker());
          Portal portal = new Portal(site.portal())) {
        lengths.add(kiosk.awaitPage(site.portal()));
        portal.awaitCard(TrialSite.card(0));
        resident = kiosk.residentMb();
      }
    }
    return new Starts(new Percentiles(lengths).at(50), resident);
  }
}
