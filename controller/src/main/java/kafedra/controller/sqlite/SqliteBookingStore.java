package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
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
import kafedra.controller.booking.DoublePromiseException;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Schedule;
import kafedra.controller.booking.Series;

/** Bookings in SQLite, whose triggers refuse a double promise (030-schedule.sql). */
public final class SqliteBookingStore implements BookingStore {
  /** Parameters: end, start minus the longest booking, start; all ms. */
  private static final String TOUCHES = "b.starts < ? AND b.starts > ? AND b.ends > ? ";

  private static final String IN_LAB = "b.lab = ? AND ";
  private static final String OF_PERSON = "b.person = ? AND ";
  private static final String BY_START = "ORDER BY b.starts, b.key";

  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final WriterStatements statements = new WriterStatements();
  private volatile Consumer<List<Booking>> follower = nobody -> {};

  public SqliteBookingStore(SqliteReaders readers, SqliteWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public <T> CompletableFuture<T> change(Function<BookingJournal, T> work, Runnable undone) {
    return writer
        .submit(connection -> work.apply(new SqliteBookingJournal(connection, statements)), undone)
        .exceptionallyCompose(failed ->
            failed instanceof DoublePromiseException better
                ? tell(better)
                : CompletableFuture.failedFuture(failed));
  }

  /**
   * What stands around the refused booking, as the writer sees it. Nobody else can write in the
   * file while it is locked, so this is for what was changed in it by hand.
   */
  private <T> CompletableFuture<T> tell(DoublePromiseException better) {
    Booking refused = better.refused();
    TimeSlot range = refused.slot();
    return writer
        .submit(connection -> {
          List<Booking> stored =
              new ArrayList<>(touching(connection, IN_LAB, refused.lab(), range));
          if (refused.holder() instanceof Holder.OfPerson one) {
            stored.addAll(touching(connection, OF_PERSON, one.person(), range));
          }
          find(connection, refused.id()).ifPresent(stored::add);
          follower.accept(List.copyOf(new LinkedHashSet<>(stored)));
          return better;
        })
        .thenCompose(CompletableFuture::failedFuture);
  }

  @Override
  public void follow(Consumer<List<Booking>> told) {
    follower = told;
  }

  @Override
  public Schedule.Tally endingAfter(Instant since, Consumer<Booking> each) {
    return readers.read(connection -> {
      try (var query = connection.prepareStatement(BookingRows.BOOKING + "WHERE b.ends > ?")) {
        query.setLong(1, since.toEpochMilli());
        try (var rows = query.executeQuery()) {
          while (rows.next()) {
            each.accept(BookingRows.booking(rows));
          }
        }
      }
      return tally(connection, since);
    });
  }

  private static Schedule.Tally tally(Connection connection, Instant since) throws SQLException {
    return Rows.find(
            connection,
            """
            SELECT count(DISTINCT booking), total((ends + 299999) / 300000 - starts / 300000)
            FROM booking_seat WHERE live = 1 AND ends > ?
            """,
            row -> new Schedule.Tally(row.getLong(1), row.getLong(2)),
            since.toEpochMilli())
        .orElseThrow();
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return readers.read(connection -> find(connection, id));
  }

  private static Optional<Booking> find(Connection connection, BookingId id) throws SQLException {
    return Rows.find(
        connection, BookingRows.BOOKING + "WHERE b.id = ?", BookingRows::booking, id.value());
  }

  @Override
  public List<Booking> find(Collection<BookingId> ids) {
    return readers.read(connection ->
        Rows.list(
            connection,
            BookingRows.BOOKING + "WHERE b.id IN (SELECT value FROM json_each(?))",
            BookingRows::booking,
            RosterRows.array(ids)));
  }

  @Override
  public List<Booking> inLab(LabId lab, TimeSlot range) {
    return touching(IN_LAB, lab, range);
  }

  @Override
  public List<Booking> inSchool(SchoolId school, TimeSlot range) {
    return touching("b.school = ? AND ", school, range);
  }

  @Override
  public List<Booking> ofPerson(PersonId person, TimeSlot range) {
    return touching(OF_PERSON, person, range);
  }

  @Override
  public List<Booking> ofGroup(GroupId group, TimeSlot range) {
    return touching("b.grp = ? AND ", group, range);
  }

  private List<Booking> touching(String whose, Object id, TimeSlot range) {
    return readers.read(connection -> touching(connection, whose, id, range));
  }

  private static List<Booking> touching(
      Connection connection, String whose, Object id, TimeSlot range) throws SQLException {
    return Rows.list(
        connection,
        BookingRows.BOOKING + "WHERE " + whose + TOUCHES + BY_START,
        BookingRows::booking,
        id.toString(),
        range.end().toEpochMilli(),
        range.start().toEpochMilli() - BookingRows.LONGEST,
        range.start().toEpochMilli());
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
