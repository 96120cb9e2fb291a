package kafedra.controller.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;
import kafedra.contract.id.SchoolId;
import kafedra.controller.timetable.Fate;
import kafedra.controller.timetable.TimetableFile;
import kafedra.controller.timetable.TimetableRow;
import kafedra.controller.timetable.TimetableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Timetables as rows; what is here is the same wherever they are kept. Days and times of day read
 * as ISO text in every database.
 */
public final class TimetableRows {
  public static final String NAMES =
      "SELECT name, target FROM timetable_name WHERE school = ? AND kind = ?";

  public static final String SOURCES =
      "SELECT booking, source FROM timetable_booking WHERE school = ?";

  /** What {@link #version} reads. */
  public static final String VERSIONS =
      "SELECT * FROM timetable WHERE school = ? ORDER BY number DESC";

  /** What {@link #row} reads. */
  public static final String ROWS =
      """
      SELECT * FROM timetable_row WHERE school = ? AND number = ?
      ORDER BY day IS NULL, day, date, coalesce(first_lesson, 99), starts NULLS FIRST, place
      """;

  private TimetableRows() {}

  public static TimetableVersion version(ResultSet row, Times times) throws SQLException {
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
        times.at(row, "made_at"));
  }

  public static TimetableRow row(ResultSet row) throws SQLException {
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
