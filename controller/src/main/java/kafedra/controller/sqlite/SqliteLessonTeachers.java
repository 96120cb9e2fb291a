package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.timetable.LessonTeachers;

/** Who holds lessons, in SQLite (038-lesson-teacher.sql). */
public final class SqliteLessonTeachers implements LessonTeachers {
  private final SqliteReaders readers;
  private final SqliteWriter writer;

  public SqliteLessonTeachers(SqliteReaders readers, SqliteWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public void put(Map<BookingId, List<PersonId>> teachers) {
    if (!teachers.isEmpty()) {
      var _ = writer.write(db -> put(db, teachers));
    }
  }

  private static int put(Connection db, Map<BookingId, List<PersonId>> teachers)
      throws SQLException {
    int rows = 0;
    for (Map.Entry<BookingId, List<PersonId>> each : teachers.entrySet()) {
      rows +=
          Rows.change(db, "DELETE FROM lesson_teacher WHERE booking = ?", each.getKey().value());
      for (PersonId person : each.getValue()) {
        rows +=
            Rows.change(
                db,
                "INSERT INTO lesson_teacher VALUES (?, ?)",
                each.getKey().value(),
                person.value());
      }
    }
    return rows;
  }

  @Override
  public Collection<BookingId> heldBy(PersonId person) {
    return readers.read(db ->
        Rows.list(
            db,
            "SELECT booking FROM lesson_teacher WHERE person = ?",
            row -> new BookingId(row.getString(1)),
            person.value()));
  }
}
