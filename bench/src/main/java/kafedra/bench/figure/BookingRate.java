package kafedra.bench.figure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import kafedra.bench.load.BookingWishes;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.WriterRoom;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Facts;
import kafedra.controller.sqlite.Migrations;
import kafedra.controller.sqlite.SqliteBookingStore;

/** Durable bookings a second at the booking desk itself. */
public final class BookingRate implements Measurement {
  /** Under way at a time: as many as keep the writer fed, and a rush of a whole district. */
  private static final List<Integer> AT_ONCE = List.of(50, 200);

  private static final int SINGLE = 30_000;
  private static final int TWELVE = 6_000;

  private final InstantSource clock;

  public BookingRate(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "booking";
  }

  @Override
  public String about() {
    return "Bookings in process over 100 labs of 20 seats and two weeks, "
        + "50 and then 200 under way at a time, each answered after its commit (SQLite WAL, FULL).";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (int atOnce : AT_ONCE) {
      figures.addAll(measure(scratch.resolve("controller-" + atOnce + ".db"), atOnce));
    }
    return figures;
  }

  private List<Figure> measure(Path database, int atOnce) throws Exception {
    BookingWishes wishes = new BookingWishes(clock.instant());
    try (SqliteFile file = SqliteFile.open(database, Migrations.class, Migrations.ALL);
        SqliteWriter writer = new SqliteWriter(file, "bench-writer", WriterRoom.SERVER);
        SqliteReaders readers = new SqliteReaders(file, 2)) {
      BookingDesk desk =
          new BookingDesk(
              new SqliteBookingStore(readers, writer), wishes, Facts.without(), clock, _ -> {});
      place(desk, wishes.single(SINGLE / 3, 1), atOnce);
      List<Figure> figures = new ArrayList<>();
      figures.addAll(
          figures(
              "booking-single-" + atOnce,
              "aim 5000",
              place(desk, wishes.single(SINGLE, 2), atOnce)));
      figures.addAll(
          figures(
              "booking-twelve-" + atOnce,
              "aim 1500",
              place(desk, wishes.twelve(TWELVE, 3), atOnce)));
      return figures;
    }
  }

  /** What a run came to. */
  private record Run(int placed, int refused, Duration took, List<Duration> times) {}

  private static List<Figure> figures(String name, String aim, Run run) {
    Percentiles times = new Percentiles(run.times());
    return List.of(
        new Figure(name, run.placed() / (run.took().toNanos() / 1e9), "bookings/s", aim),
        new Figure(name + "-p50", times.at(50), "ms"),
        new Figure(name + "-p99", times.at(99), "ms", "aim 50"),
        new Figure(name + "-refused", run.refused(), "bookings", "seats were gone; not counted"));
  }

  private static Run place(BookingDesk desk, List<BookingWish> wishes, int atOnce)
      throws InterruptedException {
    Semaphore room = new Semaphore(atOnce);
    List<Duration> times = Collections.synchronizedList(new ArrayList<>(wishes.size()));
    List<CompletableFuture<BookingOutcome>> outcomes = new ArrayList<>(wishes.size());
    long start = System.nanoTime();
    for (BookingWish wish : wishes) {
      room.acquire();
      long asked = System.nanoTime();
      outcomes.add(
          desk.submit(wish)
              .whenComplete((_, _) -> {
                times.add(Duration.ofNanos(System.nanoTime() - asked));
                room.release();
              }));
    }
    int placed = 0;
    for (CompletableFuture<BookingOutcome> each : outcomes) {
      placed += each.join() instanceof BookingOutcome.Placed ? 1 : 0;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Run(placed, wishes.size() - placed, took, times);
  }
}
