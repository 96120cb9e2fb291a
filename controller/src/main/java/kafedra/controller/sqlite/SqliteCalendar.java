package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Bell;
import kafedra.contract.message.ReplicaItem.Rules;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.roster.RosterChanges;

/** Calendars in SQLite, kept in memory and read anew at each change. */
public final class SqliteCalendar implements Calendar {
  private volatile Map<SchoolId, SchoolCalendar> calendars;

  public SqliteCalendar(SqliteReaders readers, RosterChanges changes) {
    this.calendars = readers.read(SqliteCalendar::load);
    changes.onChange(change -> calendars = readers.read(SqliteCalendar::load));
  }

  @Override
  public Optional<SchoolCalendar> of(SchoolId school) {
    return Optional.ofNullable(calendars.get(school));
  }

  private record OwnBell(SchoolId school, Bell bell) {}

  private static Map<SchoolId, SchoolCalendar> load(Connection db) throws SQLException {
    Map<SchoolId, List<Bell>> bells =
        Rows.list(db, "SELECT * FROM bell", SqliteCalendar::bell).stream()
            .collect(
                Collectors.groupingBy(
                    OwnBell::school, Collectors.mapping(OwnBell::bell, Collectors.toList())));
    return Rows.list(db, "SELECT * FROM school WHERE present = 1", row -> calendar(row, bells))
        .stream()
        .collect(Collectors.toUnmodifiableMap(SchoolCalendar::school, Function.identity()));
  }

  private static SchoolCalendar calendar(ResultSet row, Map<SchoolId, List<Bell>> bells)
      throws SQLException {
    SchoolId school = new SchoolId(row.getString("id"));
    return new SchoolCalendar(
        school,
        ZoneId.of(row.getString("zone")),
        new Rules(
            Duration.ofSeconds(row.getLong("walk_in_s")),
            Duration.ofSeconds(row.getLong("extension_s")),
            Duration.ofSeconds(row.getLong("longest_s")),
            Duration.ofSeconds(row.getLong("grace_s")),
            LocalTime.parse(row.getString("opens")),
            LocalTime.parse(row.getString("closes"))),
        bells.getOrDefault(school, List.of()));
  }

  private static OwnBell bell(ResultSet row) throws SQLException {
    return new OwnBell(
        new SchoolId(row.getString("school_id")),
        new Bell(
            DayOfWeek.of(row.getInt("day")),
            row.getInt("lesson"),
            LocalTime.parse(row.getString("starts")),
            LocalTime.parse(row.getString("ends"))));
  }
}
