package kafedra.bench.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.Facts;

/**
 * A program of its own that does random things to few rooms from many threads at once, and says of
 * each on its output what came of it, after it was acknowledged. It is made to be killed.
 */
public final class ContendingStaff {
  /** Everything is booked within so long a time, so that there is hardly room. */
  static final Duration SPAN = Duration.ofDays(2);

  private static final int THREADS = 48;

  private final BookingDesk desk;
  private final TrialRooms rooms;
  private final BookedPool pool;
  private final Instant begins;
  private final AtomicLong left;
  private final BufferedWriter out =
      new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.US_ASCII));

  private ContendingStaff(BookingDesk desk, TrialRooms rooms, Instant begins, long count) {
    this.desk = desk;
    this.rooms = rooms;
    this.begins = begins;
    this.left = new AtomicLong(count);
    this.pool = new BookedPool();
  }

  static TrialRooms rooms() {
    return new TrialRooms(3, 2, 20, LocalTime.MIDNIGHT, LocalTime.of(23, 59));
  }

  /**
   * @param words store, folder, seed, number of this run, operations, and the first day as
   *     milliseconds
   */
  public static void main(String[] words) throws Exception {
    Path folder = Path.of(words[1]);
    long seed = Long.parseLong(words[2]);
    int run = Integer.parseInt(words[3]);
    Instant begins = Instant.ofEpochMilli(Long.parseLong(words[5]));
    try (TrialStore store = TrialStore.open(TrialStore.Kind.valueOf(words[0]), folder)) {
      TrialRooms rooms = rooms();
      BookingDesk desk =
          new BookingDesk(
              store.bookings(), rooms, Facts.without(), InstantSource.system(), changed -> {});
      ContendingStaff staff = new ContendingStaff(desk, rooms, begins, Long.parseLong(words[4]));
      staff.readWhatThereIs();
      staff.work(seed, run);
    }
  }

  private void readWhatThereIs() {
    TimeSlot all = new TimeSlot(begins.minus(SPAN), begins.plus(SPAN.multipliedBy(2)));
    rooms.all().stream()
        .flatMap(room -> desk.inLab(room.lab(), all).stream())
        .filter(Booking::isLive)
        .forEach(pool::put);
  }

  private void work(long seed, int run) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(seed * 1_000_003 + run * 1_009L + i);
      RandomDeeds deeds =
          new RandomDeeds(desk, rooms, pool, begins, random, "r" + run + "-" + i + "-");
      threads.add(
          Thread.ofPlatform()
              .name("staff-" + i)
              .start(() -> {
                while (left.getAndDecrement() > 0) {
                  tell(deeds.next());
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** One line for each operation: what it was, and what stands now. */
  private void tell(RandomDeeds.Done done) {
    String line =
        done.kind()
            + done.stands().stream()
                .map(ContendingStaff::text)
                .collect(Collectors.joining("|", " ", "\n"));
    synchronized (out) {
      try {
        out.write(line);
        out.flush();
      } catch (IOException gone) {
        throw new UncheckedIOException("whoever listened is gone", gone);
      }
    }
  }

  /** As {@link Acknowledged} reads it. */
  static String text(Booking booking) {
    return String.join(
        ",",
        booking.id().value(),
        Integer.toString(booking.version()),
        booking.status().name(),
        booking.lab().value(),
        Long.toString(booking.slot().start().toEpochMilli()),
        Long.toString(booking.slot().end().toEpochMilli()),
        booking.seats().stream().map(WorkstationId::value).collect(Collectors.joining(" ")));
  }
}
