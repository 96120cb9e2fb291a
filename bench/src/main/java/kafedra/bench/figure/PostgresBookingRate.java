package kafedra.bench.figure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kafedra.bench.load.BookingWishes;
import kafedra.bench.load.TrialServer;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Facts;
import kafedra.controller.postgres.PostgresAddress;
import kafedra.controller.postgres.PostgresBookingStore;
import kafedra.controller.postgres.PostgresReaders;
import kafedra.controller.postgres.PostgresWriter;
import kafedra.controller.postgres.Reconnecting;

/** Durable bookings a second with the bookings in PostgreSQL. */
public final class PostgresBookingRate implements Measurement {
  private static final int CLIENTS = 8;
  private static final int WARM_UP = 6_000;
  private static final int SINGLE = 24_000;

  private final InstantSource clock;

  public PostgresBookingRate(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "booking-postgres";
  }

  @Override
  public String about() {
    return "Single seats in process, bookings in a PostgreSQL 18 of its own on this machine, "
        + CLIENTS
        + " clients that each wait for the commit (fsync and synchronous_commit on).";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    BookingWishes wishes = new BookingWishes(clock.instant());
    try (TrialServer _ = TrialServer.OfPostgres.start(scratch)) {
      PostgresAddress address = TrialServer.OfPostgres.address(scratch);
      try (PostgresWriter writer = new PostgresWriter(address, Reconnecting.USUAL);
          PostgresReaders readers = new PostgresReaders(address, 2)) {
        BookingDesk desk =
            new BookingDesk(
                new PostgresBookingStore(readers, writer), wishes, Facts.without(), clock, _ -> {});
        place(desk, wishes.single(WARM_UP, 1), Collections.synchronizedList(new ArrayList<>()));
        List<Duration> times = Collections.synchronizedList(new ArrayList<>(SINGLE));
        long start = System.nanoTime();
        int placed = place(desk, wishes.single(SINGLE, 2), times);
        double seconds = (System.nanoTime() - start) / 1e9;
        Percentiles each = new Percentiles(times);
        return List.of(
            new Figure("booking-postgres", placed / seconds, "bookings/s", "aim 1500"),
            new Figure("booking-postgres-p50", each.at(50), "ms"),
            new Figure("booking-postgres-p99", each.at(99), "ms"));
      }
    }
  }

  /** How many were placed, the clients taking the wishes in turn. */
  private static int place(BookingDesk desk, List<BookingWish> wishes, List<Duration> times)
      throws Exception {
    AtomicInteger next = new AtomicInteger();
    Callable<Integer> client =
        () -> {
          int placed = 0;
          for (int i = next.getAndIncrement(); i < wishes.size(); i = next.getAndIncrement()) {
            long asked = System.nanoTime();
            placed += desk.place(wishes.get(i)) instanceof BookingOutcome.Placed ? 1 : 0;
            times.add(Duration.ofNanos(System.nanoTime() - asked));
          }
          return placed;
        };
    int placed = 0;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> each : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
        placed += each.get();
      }
    }
    return placed;
  }
}
