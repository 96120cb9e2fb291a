package kafedra.controller;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.booking.Clearing;
import kafedra.controller.booking.DistrictRooms;
import kafedra.controller.booking.Facts;
import kafedra.controller.booking.KioskRequests;
import kafedra.controller.booking.LineCapacity;
import kafedra.controller.booking.RosterGrades;
import kafedra.controller.booking.RosterHomes;
import kafedra.controller.closing.ClosingDesk;
import kafedra.controller.closing.PlanDesk;
import kafedra.controller.district.DistrictDesk;
import kafedra.controller.files.DistrictFile;
import kafedra.controller.files.NormFile;
import kafedra.controller.intake.BookingsFirst;
import kafedra.controller.intake.RecordLog;
import kafedra.controller.policy.PolicySettings;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.RosterChanges;
import kafedra.controller.sqlite.Migrations;
import kafedra.controller.sqlite.SqliteCalendar;
import kafedra.controller.sqlite.SqliteCalendarStore;
import kafedra.controller.sqlite.SqliteClosureStore;
import kafedra.controller.sqlite.SqliteDistrictStore;
import kafedra.controller.sqlite.SqliteNeeds;
import kafedra.controller.sqlite.SqliteNoShows;
import kafedra.controller.sqlite.SqlitePolicies;
import kafedra.controller.sqlite.SqliteRecordLog;
import kafedra.controller.sqlite.SqliteRoster;
import kafedra.controller.sqlite.SqliteScreenTime;
import kafedra.controller.sqlite.SqliteSeatFaults;
import kafedra.controller.sqlite.SqliteSeatRules;
import kafedra.controller.sqlite.SqliteStaffStore;

/**
 * A small district on a real database: school {@code s1} with building {@code b1} (kiosk {@code
 * k1}; lab {@code l1} with seats {@code w1} to {@code w10}, of which {@code w1} has a webcam; lab
 * {@code l2} with {@code v1} to {@code v4}) and school {@code s2} with building {@code b2} (kiosk
 * {@code k2}, lab {@code l3}, seats {@code u1} to {@code u4}). People {@code p1} to {@code p50} are
 * of {@code s1}, {@code q1} to {@code q10} of {@code s2}; group {@code g1} holds {@code p1} to
 * {@code p8} and {@code q1}. Rooms are open from 8 to 20 in Asia/Yekaterinburg (UTC+5).
 */
public final class TestDistrict implements AutoCloseable {
  public static final KioskId K1 = new KioskId("k1");
  public static final BuildingId B1 = new BuildingId("b1");
  public static final LabId L1 = new LabId("l1");
  public static final LabId L2 = new LabId("l2");
  public static final String SECRET = "a-secret-of-a-kiosk-in-tests";

  public final SqliteFile file;
  public final SqliteReaders readers;
  public final SqliteWriter writer;
  public final RosterChanges changes = new RosterChanges();
  public final Roster roster;
  public final SqliteCalendar calendar;
  public final TestBookings bookingData;
  public final BookingStore bookingStore;
  public final DistrictRooms rooms;
  public final SqlitePolicies policies;
  public final SqliteNeeds needs;
  public final SqliteSeatFaults faults;
  public final BookingDesk bookings;
  public final SqliteClosureStore closures;
  public final ClosingDesk closings;
  public final PlanDesk plans;
  public final RecordLog records;
  public final MessageCodec codec = new MessageCodec();

  /** Every booking that was announced, in order. */
  public final List<Booking> announced = new CopyOnWriteArrayList<>();

  /** Opens the database in the folder and fills it on the first time. */
  public TestDistrict(Path folder, InstantSource clock) {
    this(folder, clock, Optional.empty());
  }

  /** As before, with bookings that are kept elsewhere; closes them too. */
  public TestDistrict(Path folder, InstantSource clock, TestBookings elsewhere) {
    this(folder, clock, Optional.of(elsewhere));
  }

  private TestDistrict(Path folder, InstantSource clock, Optional<TestBookings> elsewhere) {
    file = SqliteFile.open(folder.resolve("controller.db"), Migrations.class, Migrations.ALL);
    readers = new SqliteReaders(file, 8);
    writer = new SqliteWriter(file, "test-writer");
    roster = new SqliteRoster(readers, changes);
    calendar = new SqliteCalendar(readers, changes);
    fill();
    bookingData = elsewhere.orElseGet(() -> TestBookings.OfSqlite.in(readers, writer));
    bookingStore = bookingData.store();
    rooms = new DistrictRooms(roster, calendar);
    policies = new SqlitePolicies(readers, writer, changes);
    needs = new SqliteNeeds(readers, writer);
    faults = new SqliteSeatFaults(readers, writer);
    bookings = new BookingDesk(bookingStore, rooms, facts(), clock, announced::add);
    closures = new SqliteClosureStore(readers, writer, roster, changes);
    Clearing clearing = new Clearing(bookings, rooms, clock);
    closings = new ClosingDesk(closures, calendar, clearing);
    plans = new PlanDesk(new SqliteCalendarStore(writer, changes), calendar, clearing);
    records =
        new BookingsFirst(
            new KioskRequests(bookings, rooms),
            new SqliteRecordLog(readers, writer, roster, clock));
  }

  /** Schools that have set no rules hold none here, so that each test sets those that it means. */
  private Facts facts() {
    return new Facts(
        school -> {
          PolicySettings set = policies.of(school);
          return set.version() == 0 ? PolicySettings.lenient(school) : set;
        },
        NormFile.ofRussia(),
        new SqliteScreenTime(readers),
        new SqliteNoShows(readers),
        needs::of,
        new SqliteSeatRules(readers, changes),
        new RosterGrades(roster),
        new RosterHomes(roster),
        calendar,
        building -> LineCapacity.UNLIMITED);
  }

  private void fill() {
    if (DistrictFile.parse(json()) instanceof DistrictFile.Read read) {
      new DistrictDesk(
              new SqliteDistrictStore(writer, changes),
              new SqliteStaffStore(readers, writer, changes),
              new Argon2Stretching())
          .apply(read.district());
    } else {
      throw new IllegalStateException("the district of the tests is broken: " + json());
    }
    int _ = writer.write(TestDistrict::people);
  }

  private static int people(Connection connection) throws SQLException {
    int rows = 0;
    for (int i = 1; i <= 50; i++) {
      rows += person(connection, "p" + i, "s1");
    }
    for (int i = 1; i <= 10; i++) {
      rows += person(connection, "q" + i, "s2");
    }
    rows +=
        run(
            connection,
            "INSERT INTO learning_group VALUES ('g1', 's1', '7А', 'CLASS') ON CONFLICT DO NOTHING");
    List<String> members =
        new ArrayList<>(IntStream.rangeClosed(1, 8).mapToObj(i -> "p" + i).toList());
    members.add("q1");
    for (String member : members) {
      rows +=
          run(
              connection,
              "INSERT INTO group_member VALUES ('g1', '" + member + "') ON CONFLICT DO NOTHING");
    }
    return rows;
  }

  private static int person(Connection connection, String id, String school) throws SQLException {
    return run(
        connection,
        """
        INSERT INTO person (id, school_id, username, first_name, last_name, grade, role, number, search)
        VALUES ('%1$s', '%2$s', 'user-%1$s', 'Имя', 'Фамилия', 7, 'PUPIL', NULL, '') ON CONFLICT DO NOTHING
        """
            .formatted(id, school));
  }

  private static int run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.executeUpdate();
    }
  }

  /** The district as a file says it. */
  public static String json() {
    return """
    {"name": "Округ", "schools": [
      {"id": "s1", "name": "Базовая", "zone": "Asia/Yekaterinburg", "buildings": [
        {"id": "b1", "name": "Главный", "village": "Светлый", "criterionKbps": 1000,
         "kiosk": {"id": "k1", "secret": "SECRET", "pepper": "PEPPER"},
         "labs": [{"id": "l1", "name": "Зал", "workstations": [L1]},
                  {"id": "l2", "name": "Малый зал", "workstations": [L2]}]}],
       BELLS, RULES},
      {"id": "s2", "name": "Сетевая", "zone": "Asia/Yekaterinburg", "buildings": [
        {"id": "b2", "name": "Школа", "village": "Ключи", "criterionKbps": 1000,
         "kiosk": {"id": "k2", "secret": "SECRET", "pepper": "PEPPER"},
         "labs": [{"id": "l3", "name": "Класс", "workstations": [L3]}]}],
       BELLS, RULES}],
     "staff": []}
    """
        .replace("SECRET", SECRET)
        .replace("PEPPER", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")
        .replace("L1", seats("w", 10))
        .replace("L2", seats("v", 4))
        .replace("L3", seats("u", 4))
        .replace(
            "BELLS",
            """
            "bells": [{"days": ["MONDAY"], "lessons": [{"number": 1, "start": "08:30", "end": "09:15"}]}]
            """)
        .replace(
            "RULES",
            """
            "rules": {"walkInMinutes": 30, "extensionMinutes": 15, "longestMinutes": 90,
                      "graceMinutes": 15, "opens": "08:00", "closes": "20:00"}
            """);
  }

  private static String seats(String prefix, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i ->
            """
            {"id": "%s%d", "label": "%d", "row": 0, "column": %d, "features": [%s]}
            """
                .formatted(
                    prefix,
                    i,
                    i,
                    i,
                    prefix.equals("w") && i == 1 ? "\"LINUX\", \"WEBCAM\"" : "\"LINUX\""))
        .collect(Collectors.joining(","));
  }

  /** The first column of the first row, in the controller's own file. */
  public long number(String sql) {
    return readers.read(connection -> {
      try (PreparedStatement query = connection.prepareStatement(sql);
          var row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0L;
      }
    });
  }

  @Override
  public void close() {
    bookingData.close();
    writer.close();
    readers.close();
    file.close();
  }
}
