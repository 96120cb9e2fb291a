package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.StoreException;
import kafedra.controller.booking.BookingJournal;
import kafedra.controller.timetable.Fate;
import kafedra.controller.timetable.KnownNames;
import kafedra.controller.timetable.TimetableFile;
import kafedra.controller.timetable.TimetableRow;
import kafedra.controller.timetable.TimetableStore;
import kafedra.controller.timetable.TimetableVersion;
import org.jspecify.annotations.Nullable;

/** Timetables in SQLite (023-timetable.sql). */
public final class SqliteTimetableStore implements TimetableStore {
  private final SqliteReaders readers;
  private final SqliteWriter writer;

  public SqliteTimetableStore(SqliteReaders readers, SqliteWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public KnownNames names(SchoolId school) {
    return readers.read(
        db -> new KnownNames(names(db, school, "ROOM"), names(db, school, "GROUP")));
  }

  private static Map<String, String> names(Connection db, SchoolId school, String kind)
      throws SQLException {
    Map<String, String> names = new HashMap<>();
    Rows.list(
        db,
        "SELECT name, target FROM timetable_name WHERE school = ? AND kind = ?",
        row -> names.put(row.getString("name"), row.getString("target")),
        school.value(),
        kind);
    return names;
  }

  @Override
  public void explain(SchoolId school, KnownNames names) {
    int written =
        writer.write(db ->
            explain(db, school, "ROOM", names.rooms())
                + explain(db, school, "GROUP", names.groups()));
    if (written < names.rooms().size() + names.groups().size()) {
      throw new IllegalStateException("not all names of " + school + " were written");
    }
  }

  private static int explain(Connection db, SchoolId school, String kind, Map<String, String> names)
      throws SQLException {
    int written = 0;
    for (Map.Entry<String, String> name : names.entrySet()) {
      written +=
          Rows.change(
              db,
              """
              INSERT INTO timetable_name VALUES (?, ?, ?, ?)
              ON CONFLICT (school, kind, name) DO UPDATE SET target = excluded.target
              """,
              school.value(),
              kind,
              name.getKey(),
              name.getValue());
    }
    return written;
  }

  @Override
  public Map<BookingId, String> sources(SchoolId school) {
    Map<BookingId, String> sources = new HashMap<>();
    readers.read(db ->
        Rows.list(
            db,
            "SELECT booking, source FROM timetable_booking WHERE school = ?",
            row -> sources.put(new BookingId(row.getString("booking")), row.getString("source")),
            school.value()));
    return sources;
  }

  @Override
  public int enter(
      BookingJournal within,
      TimetableVersion version,
      List<TimetableRow> rows,
      Map<BookingId, String> made) {
    if (!(within instanceof SqliteBookingJournal journal)) {
      throw new StoreException(
          "A timetable cannot be taken in while bookings are kept in PostgreSQL; nothing was"
              + " changed.");
    }
    try {
      int number = enter(journal.connection(), version);
      for (int i = 0; i < rows.size(); i++) {
        enter(journal.connection(), version.school(), number, i, rows.get(i));
      }
      for (Map.Entry<BookingId, String> booking : made.entrySet()) {
        Rows.change(
            journal.connection(),
            "INSERT INTO timetable_booking VALUES (?, ?, ?) ON CONFLICT (booking) DO NOTHING",
            booking.getKey().value(),
            version.school().value(),
            booking.getValue());
      }
      return number;
    } catch (SQLException failed) {
      throw new StoreException("The timetable cannot be written; nothing was kept.", failed);
    }
  }

  private static int enter(Connection db, TimetableVersion version) throws SQLException {
    int number =
        Rows.find(
                db,
                "SELECT coalesce(max(number), 0) + 1 FROM timetable WHERE school = ?",
                row -> row.getInt(1),
                version.school().value())
            .orElseThrow();
    Rows.change(
        db,
        "INSERT INTO timetable VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        version.school().value(),
        number,
        version.order(),
        text(version.orderDate()),
        version.first().toString(),
        version.last().toString(),
        version.firstWeek().toString(),
        version.format().name(),
        version.lessons(),
        version.shortages(),
        version.madeBy(),
        version.madeAt().toEpochMilli());
    return number;
  }

  private static void enter(Connection db, SchoolId school, int number, int place, TimetableRow row)
      throws SQLException {
    Rows.change(
        db,
        """
        INSERT INTO timetable_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        school.value(),
        number,
        place,
        row.fate().name(),
        row.day() == null ? null : row.day().getValue(),
        text(row.date()),
        row.weeks(),
        row.firstLesson(),
        row.lastLesson(),
        text(row.starts()),
        text(row.ends()),
        row.subject(),
        row.participants(),
        row.teachers(),
        row.rooms(),
        row.seats(),
        row.wanted(),
        row.given(),
        row.dates());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  @Override
  public List<TimetableVersion> versions(SchoolId school) {
    return readers.read(db ->
        Rows.list(
            db,
            "SELECT * FROM timetable WHERE school = ? ORDER BY number DESC",
            SqliteTimetableStore::version,
            school.value()));
  }

  private static TimetableVersion version(ResultSet row) throws SQLException {
    return new TimetableVersion(
        new SchoolId(row.getString("school")),
        row.getInt("number"),
        row.getString("order_no"),
        parsed(row.getString("order_date"), LocalDate::parse),
        LocalDate.parse(row.getString("first")),
        LocalDate.parse(row.getString("last")),
        LocalDate.parse(row.getString("first_week")),
        TimetableFile.Format.valueOf(row.getString("format")),
        row.getInt("lessons"),
        row.getInt("shortages"),
        row.getString("made_by"),
        Instant.ofEpochMilli(row.getLong("made_at")));
  }

  @Override
  public List<TimetableRow> rows(SchoolId school, int version) {
    return readers.read(db ->
        Rows.list(
            db,
            """
            SELECT * FROM timetable_row WHERE school = ? AND number = ?
            ORDER BY day IS NULL, day, date, coalesce(first_lesson, 99), starts, place
            """,
            SqliteTimetableStore::row,
            school.value(),
            version));
  }

  private static TimetableRow row(ResultSet row) throws SQLException {
    return new TimetableRow(
        Fate.valueOf(row.getString("fate")),
        parsed(row.getString("day"), day -> DayOfWeek.of(Integer.parseInt(day))),
        parsed(row.getString("date"), LocalDate::parse),
        row.getString("weeks"),
        parsed(row.getString("first_lesson"), Integer::valueOf),
        parsed(row.getString("last_lesson"), Integer::valueOf),
        parsed(row.getString("starts"), LocalTime::parse),
        parsed(row.getString("ends"), LocalTime::parse),
        row.getString("subject"),
        row.getString("participants"),
        row.getString("teachers"),
        row.getString("rooms"),
        row.getString("seats"),
        row.getInt("wanted"),
        row.getInt("given"),
        row.getInt("dates"));
  }

  private static <T> @Nullable T parsed(@Nullable String text, Function<String, T> parser) {
    return text == null ? null : parser.apply(text);
  }
}
