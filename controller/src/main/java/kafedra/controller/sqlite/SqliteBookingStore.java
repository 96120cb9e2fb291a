package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingJournal;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.booking.Schedule;
import kafedra.controller.booking.Series;

/** Bookings in SQLite, whose triggers refuse a double promise (030-schedule.sql). */
public final class SqliteBookingStore implements BookingStore {
  /** Parameters: end, start minus the longest booking, start; all ms. */
  private static final String TOUCHES = "b.starts < ? AND b.starts > ? AND b.ends > ? ";

  private static final String LIVE = "AND b.status IN ('HELD', 'CONFIRMED') ";
  private static final String BY_START = "ORDER BY b.starts, b.key";

  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final WriterStatements statements = new WriterStatements();

  public SqliteBookingStore(SqliteReaders readers, SqliteWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public <T> CompletableFuture<T> change(Function<BookingJournal, T> work, Runnable undone) {
    return writer.submit(
        connection -> work.apply(new SqliteBookingJournal(connection, statements)), undone);
  }

  @Override
  public void endingAfter(Instant since, Consumer<Booking> each) {
    readers.read(connection -> {
      try (var query = connection.prepareStatement(BookingRows.BOOKING + "WHERE b.ends > ?")) {
        query.setLong(1, since.toEpochMilli());
        try (var rows = query.executeQuery()) {
          while (rows.next()) {
            each.accept(BookingRows.booking(rows));
          }
        }
      }
      return since;
    });
  }

  @Override
  public Schedule.Tally tally(Instant since) {
    return readers.read(connection ->
        Rows.find(
                connection,
                """
                SELECT count(DISTINCT booking), total((ends + 299999) / 300000 - starts / 300000)
                FROM booking_seat WHERE live = 1 AND ends > ?
                """,
                row -> new Schedule.Tally(row.getLong(1), row.getLong(2)),
                since.toEpochMilli())
            .orElseThrow());
  }

  @Override
  public List<Booking> live(LabId lab, TimeSlot range) {
    return touching("b.lab = ? AND ", lab.value(), range, LIVE);
  }

  @Override
  public List<Booking> live(PersonId person, TimeSlot range) {
    return touching("b.person = ? AND ", person.value(), range, LIVE);
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return readers.read(connection ->
        Rows.find(
            connection, BookingRows.BOOKING + "WHERE b.id = ?", BookingRows::booking, id.value()));
  }

  @Override
  public List<Booking> inLab(LabId lab, TimeSlot range) {
    return touching("b.lab = ? AND ", lab.value(), range, "");
  }

  @Override
  public List<Booking> inSchool(SchoolId school, TimeSlot range) {
    return touching("b.school = ? AND ", school.value(), range, "");
  }

  @Override
  public List<Booking> ofPerson(PersonId person, TimeSlot range) {
    return touching("b.person = ? AND ", person.value(), range, "");
  }

  @Override
  public List<Booking> ofGroup(GroupId group, TimeSlot range) {
    return touching("b.grp = ? AND ", group.value(), range, "");
  }

  private List<Booking> touching(String whose, String id, TimeSlot range, String which) {
    return readers.read(connection ->
        Rows.list(
            connection,
            BookingRows.BOOKING + "WHERE " + whose + TOUCHES + which + BY_START,
            BookingRows::booking,
            id,
            range.end().toEpochMilli(),
            range.start().toEpochMilli() - BookingRows.LONGEST,
            range.start().toEpochMilli()));
  }

  @Override
  public Optional<Series> series(SeriesId id) {
    return readers.read(connection ->
        Rows.find(
            connection, "SELECT * FROM series WHERE id = ?", BookingRows::series, id.value()));
  }

  @Override
  public List<Act> history(BookingId id) {
    return readers.read(connection -> history(connection, id));
  }

  private static List<Act> history(Connection connection, BookingId id) throws SQLException {
    return Rows.list(
            connection,
            "SELECT * FROM audit WHERE subject = ? ORDER BY number",
            BookingRows::act,
            id.value())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
