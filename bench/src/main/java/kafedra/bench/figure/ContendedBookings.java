package kafedra.bench.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kafedra.bench.load.Acknowledged;
import kafedra.bench.load.ContendingStaff;
import kafedra.bench.load.DoublesAudit;
import kafedra.bench.load.TrialServer;
import kafedra.bench.load.TrialStore;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;
import org.jspecify.annotations.Nullable;

/**
 * Double bookings and lost ones after random contended operations, by a program that is killed with
 * -9 again and again. What it acknowledged is written down here, and the database is looked through
 * by other code than the product's after each kill.
 */
public final class ContendedBookings implements Measurement {
  private static final long USUAL_COUNT = 50_000;
  private static final long USUAL_SEED = 20_261_125;
  private static final int MOST_KILLS = 20;
  private static final int OPERATIONS_A_KILL = 5_000;

  private final TrialStore.Kind store;
  private final InstantSource clock;
  private final long count;
  private final long seed;

  public ContendedBookings(TrialStore.Kind store, InstantSource clock) {
    this(store, clock, USUAL_COUNT, USUAL_SEED);
  }

  private ContendedBookings(TrialStore.Kind store, InstantSource clock, long count, long seed) {
    this.store = store;
    this.clock = clock;
    this.count = count;
    this.seed = seed;
  }

  @Override
  public Measurement with(long operations, long firstSeed) {
    return new ContendedBookings(store, clock, operations, firstSeed);
  }

  @Override
  public String name() {
    return "contended-" + store.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String about() {
    return count
        + " random operations from 48 threads on 6 labs and 2 days, killed with -9 up to "
        + MOST_KILLS
        + " times; seed "
        + seed
        + ". NAME COUNT SEED for others.";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    try (TrialServer _ = TrialStore.serve(store, scratch)) {
      return new Trial(scratch).run();
    }
  }

  private final class Trial {
    private final Path folder;
    private final Random random = new Random(seed);
    private final Instant begins =
        clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<String> lost = new ArrayList<>();
    private final List<Duration> restarts = new ArrayList<>();
    private long doubleSeats;
    private long doublePeople;
    private long live;
    private int kills;

    Trial(Path folder) {
      this.folder = folder;
    }

    List<Figure> run() throws Exception {
      long began = System.nanoTime();
      int legs = (int) Math.min(MOST_KILLS, count / OPERATIONS_A_KILL) + 1;
      for (int leg = 1; leg <= legs; leg++) {
        long left = count - acknowledged.operations();
        boolean last = leg == legs;
        long share = Math.max(1, left / (legs - leg + 1));
        long until = last ? Long.MAX_VALUE : share / 2 + random.nextLong(share);
        leg(leg, Math.max(left, 0), until);
        audit();
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      acknowledged.kinds().forEach((kind, times) -> System.out.printf("  %9d %s%n", times, kind));
      lost.stream().limit(10).forEach(it -> System.out.println("  " + it));
      return figures(seconds);
    }

    private List<Figure> figures(double seconds) {
      return List.of(
          new Figure(name() + "-operations", acknowledged.operations(), "operations"),
          new Figure(name() + "-bookings", acknowledged.count(), "acknowledged bookings"),
          new Figure(name() + "-live", live, "live bookings at the end"),
          new Figure(name() + "-kills", kills, "kills with -9"),
          new Figure(name() + "-double-seats", doubleSeats, "pairs", "aim 0"),
          new Figure(name() + "-double-people", doublePeople, "pairs", "aim 0"),
          new Figure(name() + "-lost", lost.size(), "acknowledged bookings", "aim 0"),
          new Figure(
              name() + "-restart",
              new Percentiles(restarts).at(100),
              "ms, the longest",
              "with the start of Java"),
          new Figure(name() + "-took", seconds, "s"));
    }

    /** The program runs until it has done its share, or has been heard of so many operations. */
    private void leg(int leg, long left, long until) throws IOException, InterruptedException {
      long started = System.nanoTime();
      Process staff = start(leg, left);
      long heard = 0;
      try (BufferedReader out = staff.inputReader(StandardCharsets.US_ASCII)) {
        for (String line = whole(out); line != null; line = whole(out)) {
          if (heard++ == 0) {
            restarts.add(Duration.ofNanos(System.nanoTime() - started));
          }
          acknowledged.hear(line);
          if (heard == until) {
            staff.toHandle().destroyForcibly(); // what it said before can still be read
            kills++;
          }
        }
      }
      if (!staff.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the program neither works nor ends");
      }
      if (heard < until && staff.exitValue() != 0) {
        throw new IllegalStateException(
            "the program failed: " + Files.readString(folder.resolve("staff.log")));
      }
    }

    /** A line with its end; what a kill tore off was not heard. */
    private static @Nullable String whole(BufferedReader out) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int letter = out.read(); letter >= 0; letter = out.read()) {
        if (letter == '\n') {
          return line.toString();
        }
        line.append((char) letter);
      }
      return null;
    }

    private Process start(int leg, long left) throws IOException {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx1g",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-cp",
              System.getProperty("java.class.path"),
              ContendingStaff.class.getName(),
              store.name(),
              folder.toString(),
              Long.toString(seed),
              Integer.toString(leg),
              Long.toString(left),
              Long.toString(begins.toEpochMilli()))
          .redirectError(folder.resolve("staff.log").toFile())
          .start();
    }

    private void audit() throws SQLException {
      try (Connection database = TrialStore.connect(store, folder)) {
        DoublesAudit.Found found = DoublesAudit.count(store, database);
        doubleSeats += found.seats();
        doublePeople += found.people();
        live = found.live();
        lost.addAll(acknowledged.lost(store, database));
      }
    }
  }
}
