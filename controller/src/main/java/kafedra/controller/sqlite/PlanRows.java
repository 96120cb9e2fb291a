package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.calendar.BellSchedule;
import kafedra.controller.calendar.BellTime;
import kafedra.controller.calendar.DaySpan;
import kafedra.controller.calendar.Holiday;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.calendar.Shift;
import kafedra.controller.calendar.SpecialDay;
import kafedra.controller.calendar.Stretch;
import kafedra.controller.calendar.Term;
import kafedra.controller.calendar.WeekHours;
import org.jspecify.annotations.Nullable;

/** A school's plan as rows of 020-calendar.sql. */
final class PlanRows {
  private PlanRows() {}

  static int version(Connection db, SchoolId school) throws SQLException {
    return Rows.find(
            db,
            "SELECT version FROM calendar WHERE school = ?",
            row -> row.getInt(1),
            school.value())
        .orElse(0);
  }

  /** The plan of a row of {@code calendar}. */
  static SchoolPlan read(Connection db, ResultSet row) throws SQLException {
    String school = row.getString("school");
    String first = row.getString("first");
    DaySpan year = first == null ? null : days(row);
    Map<String, WeekHours> hours = hours(db, school);
    Map<LabId, WeekHours> labs = new LinkedHashMap<>();
    hours.forEach((lab, week) -> {
      if (!lab.isEmpty()) {
        labs.put(new LabId(lab), week);
      }
    });
    return new SchoolPlan(
        year,
        of(db, "calendar_term", school, it -> new Term(it.getString("name"), days(it))),
        of(db, "calendar_holiday", school, it -> new Holiday(it.getString("name"), days(it))),
        hours.getOrDefault("", new WeekHours(Map.of())),
        labs,
        bells(db, school),
        week(db, school),
        of(db, "calendar_special", school, PlanRows::special));
  }

  private static <T> List<T> of(Connection db, String table, String school, Rows.Reader<T> reader)
      throws SQLException {
    return Rows.list(
        db, "SELECT * FROM " + table + " WHERE school = ? ORDER BY rowid", reader, school);
  }

  static DaySpan days(ResultSet row) throws SQLException {
    return new DaySpan(
        LocalDate.parse(row.getString("first")), LocalDate.parse(row.getString("last")));
  }

  private record Day(String lab, DayOfWeek day, List<Stretch> hours) {}

  private static Map<String, WeekHours> hours(Connection db, String school) throws SQLException {
    Map<String, Map<DayOfWeek, List<Stretch>>> byLab = new LinkedHashMap<>();
    for (Day day :
        of(
            db,
            "calendar_hours",
            school,
            row ->
                new Day(
                    row.getString("lab"),
                    DayOfWeek.of(row.getInt("day")),
                    stretches(row.getString("hours"))))) {
      byLab
          .computeIfAbsent(day.lab(), lab -> new EnumMap<>(DayOfWeek.class))
          .put(day.day(), day.hours());
    }
    Map<String, WeekHours> weeks = new LinkedHashMap<>();
    byLab.forEach((lab, days) -> weeks.put(lab, new WeekHours(days)));
    return weeks;
  }

  private static List<Stretch> stretches(String text) {
    return Stream.of(text.split(" ", -1))
        .filter(it -> !it.isEmpty())
        .map(it ->
            new Stretch(LocalTime.parse(it.substring(0, 5)), LocalTime.parse(it.substring(6))))
        .toList();
  }

  private static String text(List<Stretch> stretches) {
    return stretches.stream()
        .map(it -> it.opens() + "-" + it.closes())
        .collect(Collectors.joining(" "));
  }

  private record Ring(String schedule, BellTime bell) {}

  private static List<BellSchedule> bells(Connection db, String school) throws SQLException {
    Map<String, List<BellTime>> byName = new LinkedHashMap<>();
    for (Ring ring :
        of(
            db,
            "calendar_bell",
            school,
            row ->
                new Ring(
                    row.getString("schedule"),
                    new BellTime(
                        row.getInt("number"),
                        Shift.valueOf(row.getString("shift")),
                        LocalTime.parse(row.getString("starts")),
                        LocalTime.parse(row.getString("ends")))))) {
      byName.computeIfAbsent(ring.schedule(), name -> new ArrayList<>()).add(ring.bell());
    }
    List<BellSchedule> schedules = new ArrayList<>();
    byName.forEach((name, lessons) -> schedules.add(new BellSchedule(name, lessons)));
    return schedules;
  }

  private static Map<DayOfWeek, String> week(Connection db, String school) throws SQLException {
    Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
    Rows.list(
        db,
        "SELECT * FROM calendar_week WHERE school = ?",
        row -> week.put(DayOfWeek.of(row.getInt("day")), row.getString("schedule")),
        school);
    return week;
  }

  private static SpecialDay special(ResultSet row) throws SQLException {
    int taughtAs = row.getInt("taught_as");
    String hours = row.getString("hours");
    return new SpecialDay(
        LocalDate.parse(row.getString("date")),
        row.getString("name"),
        taughtAs == 0 ? null : DayOfWeek.of(taughtAs),
        row.getString("schedule"),
        hours == null ? null : stretches(hours));
  }

  /** Puts the plan in the place of the school's present one, whatever its version, one on. */
  static int write(Connection db, SchoolId id, SchoolPlan plan) throws SQLException {
    String school = id.value();
    DaySpan year = plan.year();
    Rows.change(
        db,
        """
        INSERT INTO calendar VALUES (?, 1, ?, ?, '')
        ON CONFLICT (school) DO UPDATE
          SET version = version + 1, first = excluded.first, last = excluded.last
        """,
        school,
        year == null ? null : year.first().toString(),
        year == null ? null : year.last().toString());
    for (String table : List.of("term", "holiday", "hours", "bell", "week", "special")) {
      Rows.change(db, "DELETE FROM calendar_" + table + " WHERE school = ?", school);
    }
    for (Term term : plan.terms()) {
      insertDays(db, "calendar_term", school, term.name(), term.days());
    }
    for (Holiday holiday : plan.holidays()) {
      insertDays(db, "calendar_holiday", school, holiday.name(), holiday.days());
    }
    insertHours(db, school, "", plan.hours());
    for (Map.Entry<LabId, WeekHours> lab : plan.labs().entrySet()) {
      insertHours(db, school, lab.getKey().value(), lab.getValue());
    }
    insertBells(db, school, plan);
    for (SpecialDay day : plan.specialDays()) {
      insertSpecial(db, school, day);
    }
    return version(db, id);
  }

  private static void insertDays(
      Connection db, String table, String school, String name, DaySpan days) throws SQLException {
    Rows.change(
        db,
        "INSERT INTO " + table + " VALUES (?, ?, ?, ?)",
        school,
        name,
        days.first().toString(),
        days.last().toString());
  }

  private static void insertHours(Connection db, String school, String lab, WeekHours week)
      throws SQLException {
    for (Map.Entry<DayOfWeek, List<Stretch>> day : week.days().entrySet()) {
      Rows.change(
          db,
          "INSERT INTO calendar_hours VALUES (?, ?, ?, ?)",
          school,
          lab,
          day.getKey().getValue(),
          text(day.getValue()));
    }
  }

  private static void insertBells(Connection db, String school, SchoolPlan plan)
      throws SQLException {
    for (BellSchedule schedule : plan.bells()) {
      for (BellTime bell : schedule.lessons()) {
        Rows.change(
            db,
            "INSERT INTO calendar_bell VALUES (?, ?, ?, ?, ?, ?)",
            school,
            schedule.name(),
            bell.number(),
            bell.shift().name(),
            bell.start().toString(),
            bell.end().toString());
      }
    }
    for (Map.Entry<DayOfWeek, String> day : plan.week().entrySet()) {
      Rows.change(
          db,
          "INSERT INTO calendar_week VALUES (?, ?, ?)",
          school,
          day.getKey().getValue(),
          day.getValue());
    }
  }

  private static void insertSpecial(Connection db, String school, SpecialDay day)
      throws SQLException {
    @Nullable DayOfWeek taughtAs = day.taughtAs();
    @Nullable List<Stretch> hours = day.hours();
    Rows.change(
        db,
        "INSERT INTO calendar_special VALUES (?, ?, ?, ?, ?, ?)",
        school,
        day.date().toString(),
        day.name(),
        taughtAs == null ? null : taughtAs.getValue(),
        day.bells(),
        hours == null ? null : text(hours));
  }
}
