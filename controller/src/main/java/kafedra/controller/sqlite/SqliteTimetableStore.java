package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.sql.Times;
import kafedra.controller.sql.TimetableRows;
import kafedra.controller.timetable.KnownNames;
import kafedra.controller.timetable.TimetableRow;
import kafedra.controller.timetable.TimetableStore;
import kafedra.controller.timetable.TimetableTaken;
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
        TimetableRows.NAMES,
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
            TimetableRows.SOURCES,
            row -> sources.put(new BookingId(row.getString("booking")), row.getString("source")),
            school.value()));
    return sources;
  }

  /** Writes within a piece of the schedule's work. */
  static void enter(Connection db, TimetableTaken taken) throws SQLException {
    TimetableVersion version = taken.version();
    enter(db, version);
    for (int i = 0; i < taken.rows().size(); i++) {
      enter(db, version, i, taken.rows().get(i));
    }
    try (PreparedStatement insert =
        db.prepareStatement(
            "INSERT INTO timetable_booking VALUES (?, ?, ?) ON CONFLICT (booking) DO NOTHING")) {
      for (Map.Entry<BookingId, String> booking : taken.made().entrySet()) {
        Rows.bind(insert, booking.getKey().value(), version.school().value(), booking.getValue());
        insert.executeUpdate();
      }
    }
  }

  private static void enter(Connection db, TimetableVersion version) throws SQLException {
    Rows.change(
        db,
        "INSERT INTO timetable VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        version.school().value(),
        version.number(),
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
  }

  private static void enter(Connection db, TimetableVersion version, int place, TimetableRow row)
      throws SQLException {
    Rows.change(
        db,
        """
        INSERT INTO timetable_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        version.school().value(),
        version.number(),
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
            TimetableRows.VERSIONS,
            row -> TimetableRows.version(row, Times.MILLIS),
            school.value()));
  }

  @Override
  public List<TimetableRow> rows(SchoolId school, int version) {
    return readers.read(
        db -> Rows.list(db, TimetableRows.ROWS, TimetableRows::row, school.value(), version));
  }
}
