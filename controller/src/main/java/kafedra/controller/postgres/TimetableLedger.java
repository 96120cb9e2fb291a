package kafedra.controller.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.booking.Attachment;
import kafedra.controller.timetable.KnownNames;
import kafedra.controller.timetable.TimetableRow;
import kafedra.controller.timetable.TimetableTaken;
import kafedra.controller.timetable.TimetableVersion;

/** Writes timetables of 002-audit-timetable.sql, within what is committed together. */
final class TimetableLedger {
  /** What names of a school's files mean. */
  record Explained(SchoolId school, KnownNames names) implements Attachment {}

  private record Placed(TimetableVersion version, int place, TimetableRow row) {}

  private record Made(TimetableVersion version, Map.Entry<BookingId, String> booking) {}

  private record Name(SchoolId school, String kind, Map.Entry<String, String> name) {
    static Stream<Name> of(SchoolId school, String kind, Map<String, String> names) {
      return names.entrySet().stream().map(name -> new Name(school, kind, name));
    }
  }

  private static final String TAKE =
      """
      WITH taken AS (
        INSERT INTO timetable (school, number, order_no, order_date, first, last, first_week,
                               format, lessons, shortages, made_by, made_at)
        SELECT * FROM unnest(
          ?::text[], ?::int[], ?::text[], ?::date[], ?::date[], ?::date[], ?::date[], ?::text[],
          ?::int[], ?::int[], ?::text[], ?::timestamptz[])),
      placed AS (
        INSERT INTO timetable_row (school, number, place, fate, day, date, weeks, first_lesson,
                                   last_lesson, starts, ends, subject, participants, teachers,
                                   rooms, seats, wanted, given, dates)
        SELECT * FROM unnest(
          ?::text[], ?::int[], ?::int[], ?::text[], ?::int[], ?::date[], ?::text[], ?::int[],
          ?::int[], ?::time[], ?::time[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::int[], ?::int[], ?::int[]))
      INSERT INTO timetable_booking (school, booking, source)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[])
      ON CONFLICT (booking) DO NOTHING
      """;

  private static final Columns<TimetableVersion> TAKEN =
      Columns.of(
          TimetableVersion::school,
          TimetableVersion::number,
          TimetableVersion::order,
          TimetableVersion::orderDate,
          TimetableVersion::first,
          TimetableVersion::last,
          TimetableVersion::firstWeek,
          TimetableVersion::format,
          TimetableVersion::lessons,
          TimetableVersion::shortages,
          TimetableVersion::madeBy,
          TimetableVersion::madeAt);

  private static final Columns<Placed> PLACED =
      Columns.of(
          it -> it.version().school(),
          it -> it.version().number(),
          Placed::place,
          it -> it.row().fate(),
          it -> it.row().day() == null ? null : it.row().day().getValue(),
          it -> it.row().date(),
          it -> it.row().weeks(),
          it -> it.row().firstLesson(),
          it -> it.row().lastLesson(),
          it -> it.row().starts(),
          it -> it.row().ends(),
          it -> it.row().subject(),
          it -> it.row().participants(),
          it -> it.row().teachers(),
          it -> it.row().rooms(),
          it -> it.row().seats(),
          it -> it.row().wanted(),
          it -> it.row().given(),
          it -> it.row().dates());

  private static final Columns<Made> MADE =
      Columns.of(
          it -> it.version().school(), it -> it.booking().getKey(), it -> it.booking().getValue());

  private static final String EXPLAIN =
      """
      INSERT INTO timetable_name (school, kind, name, target)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
      ON CONFLICT (school, kind, name) DO UPDATE SET target = excluded.target
      """;

  private static final Columns<Name> NAMED =
      Columns.of(Name::school, Name::kind, it -> it.name().getKey(), it -> it.name().getValue());

  private TimetableLedger() {}

  /** Writes without committing. */
  static void write(Connection connection, Attachment attachment) throws SQLException {
    switch (attachment) {
      case TimetableTaken taken -> take(connection, taken);
      case Explained explained -> explain(connection, explained);
      default -> throw new IllegalArgumentException("not kept here: " + attachment);
    }
  }

  private static void take(Connection connection, TimetableTaken taken) throws SQLException {
    TimetableVersion version = taken.version();
    List<Placed> placed =
        IntStream.range(0, taken.rows().size())
            .mapToObj(place -> new Placed(version, place, taken.rows().get(place)))
            .toList();
    List<Made> made =
        taken.made().entrySet().stream().map(booking -> new Made(version, booking)).toList();
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      int next = TAKEN.set(take, 1, List.of(version));
      next = PLACED.set(take, next, placed);
      int _ = MADE.set(take, next, made);
      take.executeUpdate();
    }
  }

  private static void explain(Connection connection, Explained explained) throws SQLException {
    KnownNames names = explained.names();
    List<Name> all =
        Stream.concat(
                Name.of(explained.school(), "ROOM", names.rooms()),
                Name.of(explained.school(), "GROUP", names.groups()))
            .toList();
    try (PreparedStatement explain = connection.prepareStatement(EXPLAIN)) {
      int _ = NAMED.set(explain, 1, all);
      explain.executeUpdate();
    }
  }
}
