package kafedra.bench.figure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kafedra.bench.load.BookingWishes;
import kafedra.bench.load.Office;
import kafedra.bench.load.TrialController;
import kafedra.bench.load.TrialDistrict;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;
import kafedra.contract.time.TimeSlot;

/** Durable bookings a second through REST, signed in, each over its client's own connection. */
public final class RestBookingRate implements Measurement {
  private static final int SCHOOLS = 20;
  private static final int SEATS = 20;

  /** Until Java has compiled what it will compile: a server runs for months. */
  private static final int WARM_UP = 40_000;

  private static final int ONE_CLIENT = 4_000;
  private static final int EIGHT_CLIENTS = 16_000;
  private static final TrialDistrict DISTRICT = new TrialDistrict(SCHOOLS, SEATS);

  private final InstantSource clock;

  public RestBookingRate(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "booking-rest";
  }

  @Override
  public String about() {
    return "Single-seat bookings through REST to a controller process, with 1 and 8 clients,"
        + " after "
        + WARM_UP
        + " others (SQLite WAL, FULL).";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    try (TrialController controller = TrialController.start(DISTRICT, scratch, Optional.empty())) {
      AtomicInteger next = new AtomicInteger();
      run(controller.web(), 8, WARM_UP, next);
      List<Figure> figures = new ArrayList<>();
      figures.addAll(figures("8", "aim 3000", run(controller.web(), 8, EIGHT_CLIENTS, next)));
      figures.addAll(figures("1", "aim 1000", run(controller.web(), 1, ONE_CLIENT, next)));
      return figures;
    }
  }

  private record Run(int count, Duration took, List<Duration> times) {}

  private static List<Figure> figures(String clients, String aim, Run run) {
    String name = "booking-rest-" + clients;
    Percentiles times = new Percentiles(run.times());
    return List.of(
        new Figure(name, run.count() / (run.took().toNanos() / 1e9), "bookings/s", aim),
        new Figure(name + "-p50", times.at(50), "ms"),
        new Figure(name + "-p99", times.at(99), "ms", "aim 15 with 8"));
  }

  private Run run(URI web, int clients, int count, AtomicInteger next) throws Exception {
    BookingWishes slots = new BookingWishes(clock.instant());
    List<Duration> times = Collections.synchronizedList(new ArrayList<>());
    List<Office> offices = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        offices.add(new Office(web));
      }
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (Office office : offices) {
        running.add(
            pool.submit(() -> {
              for (int i = 0; i < count / clients; i++) {
                book(office, slots, next.getAndIncrement(), times);
              }
              return null;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
      return new Run(times.size(), Duration.ofNanos(System.nanoTime() - start), times);
    } finally {
      offices.forEach(Office::close);
    }
  }

  private static void book(Office office, BookingWishes slots, int number, List<Duration> times)
      throws Exception {
    TimeSlot slot = slots.slot(number / (SCHOOLS * SEATS));
    int school = number % SCHOOLS;
    String body =
        "{\"lab\":\"%s\",\"count\":1,\"start\":\"%s\",\"end\":\"%s\",\"purpose\":\"EVENT\"}"
            .formatted(DISTRICT.lab(school), slot.start(), slot.end());
    long asked = System.nanoTime();
    office.send("PUT", "/api/v1/bookings/r-" + number, "application/json", body);
    times.add(Duration.ofNanos(System.nanoTime() - asked));
  }
}
