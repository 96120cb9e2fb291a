package kafedra.bench.figure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kafedra.bench.load.Office;
import kafedra.bench.load.SchoolYearData;
import kafedra.bench.load.TrialController;
import kafedra.bench.load.TrialDistrict;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;

/** What a whole school year in the books costs: the day of a school, a year's report, a restart. */
public final class SchoolYear implements Measurement {
  private static final TrialDistrict DISTRICT = new TrialDistrict(100, 20);
  private static final int BOOKINGS = 50_000;
  private static final int DAYS = 300;
  private static final int CLIENTS = 8;
  private static final int VIEWS = 16_000;
  private static final int REPORTS = 10;

  private final InstantSource clock;

  public SchoolYear(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "school-year";
  }

  @Override
  public String about() {
    return BOOKINGS
        + " bookings and as many sessions of "
        + DAYS
        + " days in 100 schools: day views with 8 clients, the year's report, the restart.";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    Instant begins = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS / 2));
    TrialController.start(DISTRICT, scratch, Optional.empty()).close();
    Path folder = scratch.resolve("controller");
    int placed = new SchoolYearData(DISTRICT, begins, DAYS).fill(folder, BOOKINGS);
    List<Duration> rebuilds = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rebuilds.add(SchoolYearData.rebuild(folder, clock));
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("school-year-bookings", placed, "bookings"));
    figures.add(
        new Figure(
            "school-year-rebuild",
            new Percentiles(rebuilds).at(100),
            "ms, the longest of 3",
            "aim 3000"));
    long started = System.nanoTime();
    try (TrialController controller = TrialController.start(DISTRICT, scratch, Optional.empty())) {
      figures.add(
          new Figure(
              "school-year-start",
              (System.nanoTime() - started) / 1e6,
              "ms",
              "from the start of the process to its first page"));
      figures.addAll(dayViews(controller.web(), begins));
      figures.addAll(reports(controller.web(), begins));
    }
    return figures;
  }

  private static List<Figure> dayViews(URI web, Instant begins) throws Exception {
    List<Office> offices = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
      for (int i = 0; i < CLIENTS; i++) {
        offices.add(new Office(web));
      }
      view(pool, offices, begins, VIEWS / 4, 1);
      long began = System.nanoTime();
      List<Duration> times = view(pool, offices, begins, VIEWS, 2);
      double seconds = (System.nanoTime() - began) / 1e9;
      Percentiles spread = new Percentiles(times);
      return List.of(
          new Figure("day-view-8", times.size() / seconds, "views/s", "aim 1500"),
          new Figure("day-view-8-p50", spread.at(50), "ms"),
          new Figure("day-view-8-p95", spread.at(95), "ms", "aim 15"),
          new Figure("day-view-8-p99", spread.at(99), "ms"));
    } finally {
      offices.forEach(Office::close);
    }
  }

  private static List<Duration> view(
      ExecutorService pool, List<Office> offices, Instant begins, int count, long seed)
      throws Exception {
    List<Duration> times = Collections.synchronizedList(new ArrayList<>());
    List<Future<?>> running = new ArrayList<>();
    for (int client = 0; client < offices.size(); client++) {
      Office office = offices.get(client);
      Random random = new Random(seed * 100 + client);
      running.add(
          pool.submit(() -> {
            for (int i = 0; i < count / CLIENTS; i++) {
              Instant day = begins.plus(Duration.ofDays(random.nextInt(DAYS)));
              String path =
                  "/api/v1/schools/school-%d/bookings?from=%s&to=%s"
                      .formatted(
                          random.nextInt(DISTRICT.schools()), day, day.plus(Duration.ofDays(1)));
              long asked = System.nanoTime();
              office.send("GET", path, "application/json", "");
              times.add(Duration.ofNanos(System.nanoTime() - asked));
            }
            return null;
          }));
    }
    for (Future<?> each : running) {
      each.get();
    }
    return times;
  }

  private static List<Figure> reports(URI web, Instant begins) throws Exception {
    LocalDate first = LocalDate.ofInstant(begins, ZoneOffset.UTC);
    List<Figure> figures = new ArrayList<>();
    try (Office office = new Office(web)) {
      for (String by : List.of("day", "school", "group")) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
          String path =
              "/api/v1/usage?by=" + by + "&from=" + first + "&to=" + first.plusDays(DAYS + 1);
          long asked = System.nanoTime();
          office.send("GET", path, "application/json", "");
          times.add(Duration.ofNanos(System.nanoTime() - asked));
        }
        Percentiles spread = new Percentiles(times);
        figures.add(new Figure("year-report-by-" + by, spread.at(50), "ms, median", "aim 500"));
        figures.add(new Figure("year-report-by-" + by + "-max", spread.at(100), "ms of 10"));
      }
    }
    return figures;
  }
}
