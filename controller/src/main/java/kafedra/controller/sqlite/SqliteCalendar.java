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
import kafedra.controller.calendar.Agreement;
import kafedra.controller.calendar.Agreements;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.roster.RosterChanges;
import kafedra.controller.sqlite.ClosureRows.OwnClosure;

/** Calendars and agreements in SQLite, kept in memory and read anew at each change. */
public final class SqliteCalendar implements Calendar, Agreements {
  private record Known(Map<SchoolId, SchoolCalendar> calendars, List<Agreement> agreements) {}

  private volatile Known known;

  public SqliteCalendar(SqliteReaders readers, RosterChanges changes) {
    this.known = readers.read(SqliteCalendar::load);
    changes.onChange(change -> known = readers.read(SqliteCalendar::load));
  }

  @Override
  public Optional<SchoolCalendar> of(SchoolId school) {
    return Optional.ofNullable(known.calendars().get(school));
  }

  @Override
  public List<Agreement> all() {
    return known.agreements();
  }

  private record OwnBell(SchoolId school, Bell bell) {}

  private static Known load(Connection db) throws SQLException {
    Map<SchoolId, List<Bell>> bells =
        Rows.list(db, "SELECT * FROM bell", SqliteCalendar::bell).stream()
            .collect(
                Collectors.groupingBy(
                    OwnBell::school, Collectors.mapping(OwnBell::bell, Collectors.toList())));
    Map<SchoolId, Written> plans =
        Rows.list(db, "SELECT * FROM calendar", row -> written(db, row)).stream()
            .collect(Collectors.toMap(Written::school, Function.identity()));
    List<OwnClosure> closures = ClosureRows.standing(db);
    Map<SchoolId, SchoolCalendar> calendars =
        Rows.list(
                db,
                "SELECT * FROM school WHERE present = 1",
                row -> calendar(row, bells, plans, closures))
            .stream()
            .collect(Collectors.toUnmodifiableMap(SchoolCalendar::school, Function.identity()));
    return new Known(
        calendars,
        Rows.list(db, "SELECT * FROM agreement ORDER BY number", SqliteCalendar::agreement));
  }

  private record Written(SchoolId school, int version, SchoolPlan plan) {}

  private static Written written(Connection db, ResultSet row) throws SQLException {
    return new Written(
        new SchoolId(row.getString("school")), row.getInt("version"), PlanRows.read(db, row));
  }

  private static SchoolCalendar calendar(
      ResultSet row,
      Map<SchoolId, List<Bell>> bells,
      Map<SchoolId, Written> plans,
      List<OwnClosure> closures)
      throws SQLException {
    SchoolId school = new SchoolId(row.getString("id"));
    SchoolCalendar usual =
        new SchoolCalendar(
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
    Written own = plans.get(school);
    return new SchoolCalendar(
        school,
        usual.zone(),
        usual.rules(),
        own == null ? usual.plan() : own.plan(),
        own == null ? 0 : own.version(),
        closures.stream().filter(it -> it.concerns(school)).map(OwnClosure::closure).toList());
  }

  private static Agreement agreement(ResultSet row) throws SQLException {
    return new Agreement(
        row.getString("number"),
        new SchoolId(row.getString("base")),
        new SchoolId(row.getString("network")),
        PlanRows.days(row));
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
