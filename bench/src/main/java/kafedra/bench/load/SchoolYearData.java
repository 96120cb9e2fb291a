package kafedra.bench.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.WriterRoom;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.DistrictRooms;
import kafedra.controller.booking.Facts;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.SeatWish;
import kafedra.controller.roster.RosterChanges;
import kafedra.controller.sqlite.Migrations;
import kafedra.controller.sqlite.SqliteBookingStore;
import kafedra.controller.sqlite.SqliteCalendar;
import kafedra.controller.sqlite.SqliteRoster;

/** A school year of bookings, people and sessions, put into a controller's folder. */
public final class SchoolYearData {
  /** Classes, and people, of each school. */
  private static final int CLASSES = 10;

  private static final int PEOPLE = 100;
  private static final int AT_ONCE = 400;
  private static final long SEED = 20_261_125;

  private final TrialDistrict district;
  private final Instant begins;
  private final int days;
  private final Random random = new Random(SEED);

  /**
   * @param begins of the first day, UTC
   */
  public SchoolYearData(TrialDistrict district, Instant begins, int days) {
    this.district = district;
    this.begins = begins;
    this.days = days;
  }

  /**
   * Fills a folder whose district is there already.
   *
   * @return bookings placed
   */
  public int fill(Path folder, int bookings) {
    try (SqliteFile file =
            SqliteFile.open(folder.resolve("controller.db"), Migrations.class, Migrations.ALL);
        SqliteWriter writer = new SqliteWriter(file, "bench-writer", WriterRoom.SERVER);
        SqliteReaders readers = new SqliteReaders(file, 4)) {
      writer.write(this::people);
      int placed = place(new SqliteBookingStore(readers, writer), rooms(readers), bookings);
      writer.write(connection -> sessions(connection, placed));
      return placed;
    }
  }

  private static DistrictRooms rooms(SqliteReaders readers) {
    RosterChanges changes = new RosterChanges();
    return new DistrictRooms(
        new SqliteRoster(readers, changes), new SqliteCalendar(readers, changes));
  }

  /** How long it takes to read the schedule of a folder and prove it against the store. */
  public static Duration rebuild(Path folder, InstantSource clock) {
    try (SqliteFile file =
            SqliteFile.open(folder.resolve("controller.db"), Migrations.class, Migrations.ALL);
        SqliteWriter writer = new SqliteWriter(file, "bench-writer", WriterRoom.SERVER);
        SqliteReaders readers = new SqliteReaders(file, 4)) {
      DistrictRooms rooms = rooms(readers);
      SqliteBookingStore store = new SqliteBookingStore(readers, writer);
      long began = System.nanoTime();
      new BookingDesk(store, rooms, Facts.without(), clock, changed -> {})
          .forgetOld(clock.instant());
      return Duration.ofNanos(System.nanoTime() - began);
    }
  }

  private int people(Connection connection) throws SQLException {
    try (PreparedStatement group =
            connection.prepareStatement("INSERT INTO learning_group VALUES (?, ?, ?, 'CLASS')");
        PreparedStatement person =
            connection.prepareStatement(
                """
                INSERT INTO person (id, school_id, username, first_name, last_name, grade, role,
                                    number, search)
                VALUES (?1, ?2, ?1, 'Имя', 'Фамилия', 7, 'PUPIL', NULL, '')
                """);
        PreparedStatement member =
            connection.prepareStatement("INSERT INTO group_member VALUES (?, ?)")) {
      for (int school = 0; school < district.schools(); school++) {
        for (int i = 0; i < CLASSES; i++) {
          run(group, groupOf(school, i), "school-" + school, "Класс " + i);
        }
        for (int i = 0; i < PEOPLE; i++) {
          run(person, personOf(school, i), "school-" + school);
          run(member, groupOf(school, i % CLASSES), personOf(school, i));
        }
      }
    }
    return district.schools();
  }

  private static void run(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  private static String groupOf(int school, int number) {
    return "g-" + school + "-" + number;
  }

  private static String personOf(int school, int number) {
    return "p-" + school + "-" + number;
  }

  private int place(SqliteBookingStore store, DistrictRooms rooms, int bookings) {
    BookingDesk desk =
        new BookingDesk(
            store, rooms, Facts.without(), InstantSource.fixed(begins.minusSeconds(3600)), _ -> {});
    int placed = 0;
    List<CompletableFuture<BookingOutcome>> running = new ArrayList<>();
    for (int i = 0; placed + running.size() < bookings; i++) {
      running.add(desk.submit(wish(i)));
      if (running.size() == AT_ONCE || placed + running.size() == bookings) {
        placed += granted(running);
        running.clear();
      }
    }
    return placed;
  }

  private static int granted(List<CompletableFuture<BookingOutcome>> outcomes) {
    int granted = 0;
    for (CompletableFuture<BookingOutcome> each : outcomes) {
      granted += each.join() instanceof BookingOutcome.Placed ? 1 : 0;
    }
    return granted;
  }

  /** A lesson of a class, or a pupil alone, on some day from eight in the morning on. */
  private BookingWish wish(int number) {
    int school = random.nextInt(district.schools());
    boolean lesson = random.nextBoolean();
    return new BookingWish(
        new BookingId("y-" + number),
        lesson
            ? new Holder.OfGroup(new GroupId(groupOf(school, random.nextInt(CLASSES))))
            : new Holder.OfPerson(new PersonId(personOf(school, random.nextInt(PEOPLE)))),
        district.lab(school),
        new SeatWish.Any(lesson ? 12 : 1, Set.of()),
        TimeSlot.of(
            begins
                .plus(Duration.ofDays(random.nextInt(days)))
                .plus(Duration.ofMinutes(8 * 60 + 45L * random.nextInt(12))),
            Duration.ofMinutes(45)),
        lesson ? Purpose.LESSON : Purpose.SELF_STUDY,
        "",
        "trial");
  }

  /** Somebody sat down for each booking that is over. */
  private int sessions(Connection connection, int placed) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO session (id, kiosk, building, school, lab, workstation, person, booking,
              method, started_at, clock, planned_end, planned_at, ended_at, reason, signed_in_ms,
              active_ms)
            SELECT 's-' || b.key, 'kiosk', b.building, b.school, b.lab, s.workstation,
              coalesce(b.person, (SELECT max(m.person_id) FROM group_member m WHERE m.group_id = b.grp)),
              b.id, 'CARD', b.starts, 'TRUSTED', b.ends, b.starts, b.ends, 'SIGNED_OUT', 2400000, 1800000
            FROM booking b JOIN booking_seat s ON s.booking = b.key AND s.place = 0
            """)) {
      int rows = insert.executeUpdate();
      if (rows != placed) {
        throw new IllegalStateException(rows + " sessions for " + placed + " bookings");
      }
      return rows;
    }
  }
}
