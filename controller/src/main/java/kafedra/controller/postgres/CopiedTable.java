package kafedra.controller.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that is carried over from SQLite.
 *
 * @param name in PostgreSQL
 * @param rows where its rows come from in SQLite
 */
record CopiedTable(String name, String rows, List<Column> columns) {
  /** Rows written in one statement. */
  private static final int AT_ONCE = 2_000;

  /** What carries over everything that the schedule's writer keeps, its audit aside. */
  static final List<CopiedTable> ALL =
      List.of(
          of(
              "series",
              "series",
              "id kind title rule link kbps_per_client:integer made_by made_at:millis screens"),
          of(
              "booking",
              "booking",
              "id person grp school building lab starts:millis ends:millis purpose label status"
                  + " version:integer wish made_by made_at:millis checked_in_at:millis"
                  + " held_until:millis series link kbps_per_client:integer screens"),
          of(
              "booking_seat",
              "(SELECT b.id AS booking, s.place, s.workstation, s.lab, s.starts, s.ends, s.live"
                  + " FROM booking_seat s JOIN booking b ON b.key = s.booking)",
              "booking place:integer workstation lab starts:millis ends:millis live:boolean"),
          of("timetable_name", "timetable_name", "school kind name target"),
          of(
              "timetable",
              "timetable",
              "school number:integer order_no order_date:date first:date last:date first_week:date"
                  + " format lessons:integer shortages:integer made_by made_at:millis"),
          of(
              "timetable_row",
              "timetable_row",
              "school number:integer place:integer fate day:integer date:date weeks"
                  + " first_lesson:integer last_lesson:integer starts:time ends:time subject"
                  + " participants teachers rooms seats wanted:integer given:integer"
                  + " dates:integer"),
          of("timetable_booking", "timetable_booking", "booking school source"));

  /** A column and what it is in PostgreSQL, where moments come as milliseconds. */
  record Column(String name, String type) {
    private static Column of(String word) {
      int colon = word.indexOf(':');
      return colon < 0
          ? new Column(word, "text")
          : new Column(word.substring(0, colon), word.substring(colon + 1));
    }

    private String value() {
      return type.equals("millis")
          ? "timestamptz 'epoch' + n.%s::bigint * interval '1 millisecond'".formatted(name)
          : "n.%s::%s".formatted(name, type);
    }
  }

  private static CopiedTable of(String name, String rows, String columns) {
    return new CopiedTable(name, rows, Stream.of(columns.split(" ")).map(Column::of).toList());
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private String insert() {
    return "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS n (%s)"
        .formatted(
            name,
            names(),
            columns.stream().map(Column::value).collect(Collectors.joining(", ")),
            columns.stream().map(column -> "?::text[]").collect(Collectors.joining(", ")),
            names());
  }

  /** Writes all rows without committing, and returns how many there were. */
  long copy(Connection from, Connection to) throws SQLException {
    Columns<List<@Nullable String>> arrays =
        new Columns<>(
            IntStream.range(0, columns.size())
                .<Function<List<@Nullable String>, @Nullable Object>>mapToObj(
                    column -> row -> row.get(column))
                .toList());
    long copied = 0;
    try (PreparedStatement query =
            from.prepareStatement("SELECT %s FROM %s".formatted(names(), rows));
        ResultSet found = query.executeQuery();
        PreparedStatement insert = to.prepareStatement(insert())) {
      List<List<@Nullable String>> some = new ArrayList<>(AT_ONCE);
      boolean more = true;
      while (more) {
        more = found.next();
        if (more) {
          some.add(row(found));
        }
        if (some.size() == AT_ONCE || !more) {
          int _ = arrays.set(insert, 1, some);
          copied += insert.executeUpdate();
          some.clear();
        }
      }
    }
    return copied;
  }

  private List<@Nullable String> row(ResultSet found) throws SQLException {
    List<@Nullable String> row = new ArrayList<>(columns.size());
    for (int column = 1; column <= columns.size(); column++) {
      row.add(found.getString(column));
    }
    return row;
  }

  long countFrom(Connection from) throws SQLException {
    return count(from, rows);
  }

  long countTo(Connection to) throws SQLException {
    return count(to, name);
  }

  private static long count(Connection connection, String rows) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM " + rows);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
