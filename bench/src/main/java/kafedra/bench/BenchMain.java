package kafedra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kafedra.bench.figure.BookingRate;
import kafedra.bench.figure.ContendedBookings;
import kafedra.bench.figure.DesktopLock;
import kafedra.bench.figure.EarliestSearch;
import kafedra.bench.figure.Footprint;
import kafedra.bench.figure.IntakeRate;
import kafedra.bench.figure.KioskIdle;
import kafedra.bench.figure.KioskKills;
import kafedra.bench.figure.KioskOffline;
import kafedra.bench.figure.KioskStart;
import kafedra.bench.figure.LineBytes;
import kafedra.bench.figure.PostgresBookingRate;
import kafedra.bench.figure.RaceForOneSlot;
import kafedra.bench.figure.RestBookingRate;
import kafedra.bench.figure.SchoolYear;
import kafedra.bench.figure.TapToOpen;
import kafedra.bench.figure.TimetableImport;
import kafedra.bench.load.TrialStore;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Machine;
import kafedra.bench.report.Measurement;

/**
 * {@code ./kafedra bench [NAME [COUNT [SEED]]]}: lists the measurements, or runs one, or all of
 * them.
 */
public final class BenchMain {
  /** Of all that log, brokers and servers too. */
  private static final Logger LOG = Logger.getLogger("");

  private BenchMain() {}

  private static List<Measurement> measurements() {
    InstantSource clock = InstantSource.system();
    return List.of(
        new TapToOpen(),
        new Footprint(),
        new KioskStart(),
        new KioskIdle(),
        new KioskKills(),
        new KioskOffline(clock),
        new DesktopLock(),
        new LineBytes(),
        new BookingRate(clock),
        new PostgresBookingRate(clock),
        new RestBookingRate(clock),
        new ContendedBookings(TrialStore.Kind.SQLITE, clock),
        new ContendedBookings(TrialStore.Kind.POSTGRES, clock),
        new TimetableImport(TrialStore.Kind.SQLITE, clock),
        new TimetableImport(TrialStore.Kind.POSTGRES, clock),
        new RaceForOneSlot(clock),
        new EarliestSearch(),
        new SchoolYear(clock),
        new IntakeRate(clock));
  }

  /**
   * @param words nothing for the list, a measurement's name, or {@code all}; after a name how often
   *     and from which seed, where that can be chosen
   */
  public static void main(String[] words) {
    LOG.setLevel(Level.WARNING);
    if (words.length == 0) {
      list();
      return;
    }
    List<Measurement> chosen =
        measurements().stream()
            .filter(each -> words[0].equals("all") || each.name().equals(words[0]))
            .map(each -> words.length < 2 ? each : chosen(each, words))
            .toList();
    if (chosen.isEmpty()) {
      System.err.println("There is no measurement «" + words[0] + "». There are:");
      list();
      System.exit(2);
    }
    System.out.println(Machine.describe());
    List<Figure> all = new ArrayList<>();
    boolean whole = true;
    for (Measurement each : chosen) {
      whole &= run(each, all);
    }
    System.out.println();
    all.forEach(figure -> System.out.println(figure.line()));
    System.exit(whole ? 0 : 1);
  }

  private static Measurement chosen(Measurement each, String[] words) {
    return each.with(Long.parseLong(words[1]), words.length < 3 ? 1 : Long.parseLong(words[2]));
  }

  private static void list() {
    for (Measurement each : measurements()) {
      System.out.printf("%-16s %s%n", each.name(), each.about());
    }
    System.out.printf("%-16s %s%n", "all", "every one of these, one after the other");
  }

  private static boolean run(Measurement measurement, List<Figure> all) {
    System.out.printf("%n%s: %s%n", measurement.name(), measurement.about());
    try {
      Path scratch = Files.createTempDirectory("kafedra-bench-");
      try {
        List<Figure> figures = measurement.measure(scratch);
        for (Figure each : figures) {
          System.out.printf(
              "  %-44s %12s %-14s %s%n", each.name(), each.rounded(), each.unit(), each.aim());
        }
        all.addAll(figures);
      } finally {
        delete(scratch);
      }
      return true;
    } catch (Exception failed) { // whatever it was, the other figures can still be measured
      System.out.println("  not measured: " + failed);
      failed.printStackTrace();
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
