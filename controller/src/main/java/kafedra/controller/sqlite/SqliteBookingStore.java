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
import kafedra.controller.sql.BookingRows;
import kafedra.controller.sql.Times;

/** Bookings in SQLite, whose triggers refuse a double promise (030-schedule.sql). */
public final class SqliteBookingStore implements BookingStore {
  private static final BookingRows ROWS = new BookingRows("key", Times.MILLIS);

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
          List<Booking> stored = new ArrayList<>(touching(connection, "lab", refused.lab(), range));
          if (refused.holder() instanceof Holder.OfPerson one) {
            stored.addAll(touching(connection, "person", one.person(), range));
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
      try (var query = connection.prepareStatement(ROWS.all() + "WHERE b.ends > ?")) {
        query.setLong(1, since.toEpochMilli());
        try (var rows = query.executeQuery()) {
          while (rows.next()) {
            each.accept(ROWS.booking(rows));
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
    return Rows.find(connection, ROWS.all() + "WHERE b.id = ?", ROWS::booking, id.value());
  }

  @Override
  public List<Booking> find(Collection<BookingId> ids) {
    return readers.read(connection ->
        Rows.list(
            connection,
            ROWS.all() + "WHERE b.id IN (SELECT value FROM json_each(?))",
            ROWS::booking,
            RosterRows.array(ids)));
  }

  @Override
  public List<Booking> inLab(LabId lab, TimeSlot range) {
    return touching("lab", lab, range);
  }

  @Override
  public List<Booking> inSchool(SchoolId school, TimeSlot range) {
    return touching("school", school, range);
  }

  @Override
  public List<Booking> ofPerson(PersonId person, TimeSlot range) {
    return touching("person", person, range);
  }

  @Override
  public List<Booking> ofGroup(GroupId group, TimeSlot range) {
    return touching("grp", group, range);
  }

  private List<Booking> touching(String column, Object id, TimeSlot range) {
    return readers.read(connection -> touching(connection, column, id, range));
  }

  private static List<Booking> touching(
      Connection connection, String column, Object id, TimeSlot range) throws SQLException {
    return Rows.list(
        connection, ROWS.touching(column), ROWS::booking, ROWS.range(id.toString(), range));
  }

  @Override
  public Optional<Series> series(SeriesId id) {
    return readers.read(
        connection -> Rows.find(connection, BookingRows.SERIES, ROWS::series, id.value()));
  }

  @Override
  public List<Act> history(BookingId id) {
    List<Optional<Act>> noted =
        readers.read(db -> Rows.list(db, BookingRows.HISTORY, ROWS::act, id.value()));
    return noted.stream().flatMap(Optional::stream).toList();
  }
}
