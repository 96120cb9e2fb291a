package kafedra.controller.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
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
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingJournal;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.booking.Schedule;
import kafedra.controller.booking.Series;
import kafedra.controller.sql.BookingRows;
import kafedra.controller.sql.Times;

/** Bookings in PostgreSQL, whose constraints refuse a double promise (001-schedule.sql). */
public final class PostgresBookingStore implements BookingStore {
  static final BookingRows ROWS = new BookingRows("id", Times.TIMESTAMPTZ);

  private static final int FETCH = 1_000;

  private static final String TALLY =
      """
      SELECT count(DISTINCT booking),
        coalesce(sum(ceil(extract(epoch FROM ends) / 300) - floor(extract(epoch FROM starts) / 300)), 0)
      FROM booking_seat WHERE live AND ends > ?
      """;

  private final PostgresReaders readers;
  private final PostgresWriter writer;

  public PostgresBookingStore(PostgresReaders readers, PostgresWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public <T> CompletableFuture<T> change(Function<BookingJournal, T> work, Runnable undone) {
    return writer.submit(work, undone);
  }

  @Override
  public void follow(Consumer<List<Booking>> follower) {
    writer.follow(follower);
  }

  @Override
  public Schedule.Tally endingAfter(Instant since, Consumer<Booking> each) {
    return readers.read(connection -> {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      tellEndingAfter(connection, since, each);
      Schedule.Tally tally = tally(connection, since);
      connection.commit();
      return tally;
    });
  }

  private static void tellEndingAfter(Connection connection, Instant since, Consumer<Booking> each)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ROWS.all() + "WHERE b.ends > ?")) {
      query.setFetchSize(FETCH);
      query.setObject(1, Times.TIMESTAMPTZ.stored(since));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          each.accept(ROWS.booking(rows));
        }
      }
    }
  }

  private static Schedule.Tally tally(Connection connection, Instant since) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TALLY)) {
      query.setObject(1, Times.TIMESTAMPTZ.stored(since));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Schedule.Tally(row.getLong(1), row.getLong(2));
      }
    }
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return readers.list(ROWS.all() + "WHERE b.id = ?", ROWS::booking, id.value()).stream()
        .findFirst();
  }

  @Override
  public List<Booking> find(Collection<BookingId> ids) {
    return readers.list(
        ROWS.all() + "WHERE b.id = ANY (?)",
        ROWS::booking,
        (Object) ids.stream().map(BookingId::value).toArray(String[]::new));
  }

  @Override
  public List<Booking> inLab(LabId lab, TimeSlot range) {
    return touching("lab", lab.value(), range);
  }

  @Override
  public List<Booking> inSchool(SchoolId school, TimeSlot range) {
    return touching("school", school.value(), range);
  }

  @Override
  public List<Booking> ofPerson(PersonId person, TimeSlot range) {
    return touching("person", person.value(), range);
  }

  @Override
  public List<Booking> ofGroup(GroupId group, TimeSlot range) {
    return touching("grp", group.value(), range);
  }

  private List<Booking> touching(String column, String id, TimeSlot range) {
    return readers.list(ROWS.touching(column), ROWS::booking, ROWS.range(id, range));
  }

  @Override
  public Optional<Series> series(SeriesId id) {
    return readers.list(BookingRows.SERIES, ROWS::series, id.value()).stream().findFirst();
  }

  @Override
  public List<Act> history(BookingId id) {
    List<Optional<Act>> noted = readers.list(BookingRows.HISTORY, ROWS::act, id.value());
    return noted.stream().flatMap(Optional::stream).toList();
  }
}
