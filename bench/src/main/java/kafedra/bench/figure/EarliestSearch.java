package kafedra.bench.figure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kafedra.bench.load.TrialRooms;
import kafedra.bench.load.UnkeptBookings;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;
import kafedra.contract.id.BookingId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Earliest;
import kafedra.controller.booking.Facts;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.Room;
import kafedra.controller.booking.SeatWish;

/** How long the booking desk looks for the first lab with room for a class. */
public final class EarliestSearch implements Measurement {
  private static final int SCHOOLS = 100;
  private static final int LABS = 3;
  private static final int SEATS = 20;
  private static final int SEARCHED_DAYS = 14;
  private static final int FILLED_DAYS = 22;
  private static final int LESSONS = 14;
  private static final Duration LESSON = Duration.ofMinutes(45);
  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
  private static final int[] LEVELS = {40, 60, 80, 90, 95, 100};
  private static final int WARM_UP = 20_000;
  private static final int EACH_LEVEL = 20_000;
  private static final long SEED = 20_261_125;

  @Override
  public String name() {
    return "earliest";
  }

  @Override
  public String about() {
    return "Earliest 45 minutes with 12 free webcam seats in one lab: 100 schools of 3 labs of 20"
        + " seats (16 with a webcam) in 5 time zones, two weeks, labs 40 to 100 % full.";
  }

  @Override
  public List<Figure> measure(Path scratch) {
    return new Trial().run();
  }

  private static final class Trial {
    private final Random random = new Random(SEED);
    private final TrialRooms rooms =
        new TrialRooms(SCHOOLS, LABS, SEATS, OPENS, OPENS.plus(LESSON.multipliedBy(LESSONS)));
    private final Instant begins = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private final InstantSource clock = InstantSource.fixed(begins.minus(Duration.ofDays(2)));
    private final BookingDesk desk =
        new BookingDesk(new UnkeptBookings(), rooms, Facts.without(), clock, changed -> {});
    private final List<TimeSlot> lessons = new ArrayList<>();
    private final List<Room> labs = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private long taken;
    private int next;

    List<Figure> run() {
      for (Room room : rooms.all()) {
        for (int day = 0; day < FILLED_DAYS; day++) {
          Instant opens = FIRST_DAY.plusDays(day).atTime(OPENS).atZone(room.zone()).toInstant();
          for (int lesson = 0; lesson < LESSONS; lesson++) {
            labs.add(room);
            lessons.add(TimeSlot.of(opens.plus(LESSON.multipliedBy(lesson)), LESSON));
          }
        }
      }
      left.addAll(Collections.nCopies(lessons.size(), SEATS));
      List<Figure> figures = new ArrayList<>();
      List<Duration> all = new ArrayList<>();
      for (int level : LEVELS) {
        fill(level);
        search(WARM_UP, new ArrayList<>());
        List<Duration> times = new ArrayList<>();
        int found = search(EACH_LEVEL, times);
        all.addAll(times);
        figures.addAll(figures("earliest-" + level, times, ""));
        figures.add(new Figure("earliest-" + level + "-found", found, "of " + EACH_LEVEL));
      }
      figures.addAll(figures("earliest-all", all, "p99 aim 100, better 50"));
      return figures;
    }

    /** Books lesson by lesson at random until so many percent of all seat time are taken. */
    private void fill(int percent) {
      long wanted = (long) lessons.size() * SEATS * percent / 100;
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < lessons.size(); i++) {
        order.add(i);
      }
      while (taken < wanted) {
        Collections.shuffle(order, random);
        for (int place : order) {
          int free = left.get(place);
          if (free > 0 && taken < wanted) {
            int count = Math.min(free, 1 + random.nextInt(12));
            book(place, count);
            left.set(place, free - count);
            taken += count;
          }
        }
      }
    }

    private void book(int place, int count) {
      BookingWish wish =
          new BookingWish(
              new BookingId("b-" + next++),
              Holder.NOBODY,
              labs.get(place).lab(),
              new SeatWish.Any(count, Set.of()),
              lessons.get(place),
              Purpose.LESSON,
              "",
              "trial");
      if (!(desk.submit(wish).join() instanceof BookingOutcome.Placed)) {
        throw new IllegalStateException("a free seat was refused: " + wish);
      }
    }

    /** How many searches found a place. */
    private int search(int count, List<Duration> times) {
      int found = 0;
      for (int i = 0; i < count; i++) {
        Earliest.Question question =
            new Earliest.Question(
                rooms.schools(),
                12,
                Set.of(Feature.WEBCAM),
                LESSON,
                begins.plus(Duration.ofMinutes(5L * random.nextInt(7 * 288))),
                SEARCHED_DAYS);
        long asked = System.nanoTime();
        Optional<Earliest.Place> place = desk.earliest(question);
        times.add(Duration.ofNanos(System.nanoTime() - asked));
        found += place.isPresent() ? 1 : 0;
      }
      return found;
    }

    private static List<Figure> figures(String name, List<Duration> times, String aim) {
      Percentiles spread = new Percentiles(times);
      return List.of(
          new Figure(name + "-p50", spread.at(50) * 1000, "µs"),
          new Figure(name + "-p99", spread.at(99) * 1000, "µs", aim),
          new Figure(name + "-max", spread.at(100) * 1000, "µs"));
    }
  }
}
