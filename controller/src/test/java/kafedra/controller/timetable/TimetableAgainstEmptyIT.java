package kafedra.controller.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kafedra.contract.config.EditDistance;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.Booking;
import kafedra.controller.files.TimetableFiles;
import kafedra.controller.sqlite.SqliteLessonTeachers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever was there and however the file was edited: taking in the edited file leaves what taking
 * it into an empty schedule would. Timetables are random, the seed stands in the test's name.
 */
class TimetableAgainstEmptyIT {
  private static final SchoolId SCHOOL = new SchoolId("s1");
  private static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final int EDITS = 6;
  private static final List<String> DAYS = List.of("вт", "ср", "чт", "пт", "сб");
  private static final List<String> HOURS =
      List.of("8:30-9:15", "9:25-10:10", "10:30-11:15", "11:25-12:10");
  private static final List<String> SUBJECTS =
      List.of("Информатика", "Физика", "Химия", "География", "Алгебра");
  private static final List<String> WEEKS = List.of("", "чёт", "нечет");

  /** One lesson takes most of «Зал» and all of «Малый зал»: no two may be there at one time. */
  private record Row(
      String id, String subject, String room, String day, String hours, String weeks) {
    String text() {
      return String.join(",", id, subject, "7А", room, day, hours, weeks);
    }

    String place() {
      return room + day + hours;
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void leavesWhatAnEmptyScheduleWouldHave(long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      edit(rows, random, i);
    }
    try (World edited = new World(folder.resolve("edited"))) {
      edited.take(rows);
      for (int i = 0; i < EDITS; i++) {
        edit(rows, random, 100 + i);
        edit(rows, random, 200 + i);
        edited.take(rows);
        try (World empty = new World(folder.resolve("empty-" + i))) {
          empty.take(rows);
          assertThat(edited.booked()).as("seed %d, edit %d", seed, i).isEqualTo(empty.booked());
          assertThat(edited.take(rows).isChange()).as("seed %d, edit %d", seed, i).isFalse();
        }
      }
    }
  }

  /** Adds, removes, moves, renames or swaps; the places stay different. */
  private static void edit(List<Row> rows, Random random, int id) {
    int kind = rows.size() < 3 ? 0 : random.nextInt(6);
    if (kind <= 1) {
      add(rows, random, "r" + id);
      return;
    }
    int at = random.nextInt(rows.size());
    Row row = rows.get(at);
    switch (kind) {
      case 2 -> rows.remove(at);
      case 3 -> {
        rows.remove(at);
        add(rows, random, row.id());
      }
      case 4 ->
          rows.set(
              at,
              new Row(
                  row.id(),
                  pick(SUBJECTS, random),
                  row.room(),
                  row.day(),
                  row.hours(),
                  row.weeks()));
      default -> swap(rows, at, random.nextInt(rows.size()));
    }
  }

  private static void swap(List<Row> rows, int one, int other) {
    Row first = rows.get(one);
    Row second = rows.get(other);
    rows.set(one, at(first, second));
    rows.set(other, at(second, first));
  }

  private static Row at(Row row, Row place) {
    return new Row(
        row.id(), row.subject(), place.room(), place.day(), place.hours(), place.weeks());
  }

  private static void add(List<Row> rows, Random random, String id) {
    for (int tries = 0; tries < 50; tries++) {
      Row row =
          new Row(
              id,
              pick(SUBJECTS, random),
              random.nextInt(4) == 0 ? "Малый зал" : "Зал",
              pick(DAYS, random),
              pick(HOURS, random),
              pick(WEEKS, random));
      if (rows.stream().noneMatch(it -> it.place().equals(row.place()))) {
        rows.add(row);
        return;
      }
    }
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  /** A district of its own. */
  private static final class World implements AutoCloseable {
    private final TestDistrict district;
    private final TimetableDesk desk;

    World(Path folder) {
      assertThat(folder.toFile().mkdirs()).isTrue();
      MovableClock clock = new MovableClock(NOW);
      district = new TestDistrict(folder, clock);
      desk =
          new TimetableDesk(
              district.roster,
              district.calendar,
              district.bookings,
              district.bookingData.timetables(),
              new SqliteLessonTeachers(district.readers, district.writer),
              new TimetableFiles(),
              EditDistance::between,
              clock);
    }

    ImportReport take(List<Row> rows) {
      byte[] file =
          ("id,предмет,класс,кабинет,день,время,неделя\n"
                  + rows.stream().map(Row::text).collect(Collectors.joining("\n")))
              .getBytes(StandardCharsets.UTF_8);
      LocalDate first = LocalDate.of(2026, 11, 23);
      ImportWish wish =
          new ImportWish(
              SCHOOL,
              new Frame(new Reading(ZONE, first, LocalDate.of(2026, 12, 20)), first),
              Shortage.BOOK_FREE,
              "",
              null,
              null,
              "lib1");
      if (!(desk.preview(file, wish) instanceof ImportOutcome.Planned planned)) {
        throw new AssertionError("the file of the test cannot be read");
      }
      ImportOutcome outcome = desk.apply(file, wish, planned.report().token());
      assertThat(outcome).isInstanceOf(ImportOutcome.Applied.class);
      return ((ImportOutcome.Applied) outcome).report();
    }

    /** Lab, time, what it is called and how many seats; which seats may differ. */
    Map<String, Integer> booked() {
      Map<String, Integer> booked = new TreeMap<>();
      for (Booking booking : district.bookings.ofSeries(TimetableDesk.seriesOf(SCHOOL))) {
        if (booking.isLive()) {
          String what = booking.lab() + " " + booking.slot() + " " + booking.label();
          booked.merge(what, booking.seats().size(), Integer::sum);
        }
      }
      return booked;
    }

    @Override
    public void close() {
      district.close();
    }
  }
}
