package kafedra.controller.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingBook;
import kafedra.controller.booking.BookingStore;

/** Bookings in SQLite, whose triggers refuse a double promise (010-booking.sql). */
public final class SqliteBookingStore implements BookingStore {
  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final WriterStatements statements = new WriterStatements();

  public SqliteBookingStore(SqliteReaders readers, SqliteWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public <T> CompletableFuture<T> change(Function<BookingBook, T> work) {
    return writer.submit(connection -> work.apply(new SqliteBookingBook(connection, statements)));
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return readers.read(connection ->
        Rows.find(
            connection, BookingRows.BOOKING + "WHERE b.id = ?", BookingRows::booking, id.value()));
  }

  @Override
  public List<Booking> inLab(LabId lab, TimeSlot range) {
    return readers.read(connection ->
        Rows.list(
            connection,
            BookingRows.BOOKING
                + """
                WHERE b.lab = ? AND b.starts < ? AND b.starts > ? AND b.ends > ?
                ORDER BY b.starts, b.key
                """,
            BookingRows::booking,
            lab.value(),
            range.end().toEpochMilli(),
            range.start().toEpochMilli() - BookingRows.LONGEST,
            range.start().toEpochMilli()));
  }

  @Override
  public List<Booking> inBuilding(BuildingId building, TimeSlot range) {
    return readers.read(connection ->
        Rows.list(
            connection,
            BookingRows.BOOKING
                + "WHERE b.building = ? AND b.starts < ? AND b.ends > ? ORDER BY b.starts, b.key",
            BookingRows::booking,
            building.value(),
            range.end().toEpochMilli(),
            range.start().toEpochMilli()));
  }

  @Override
  public List<Booking> answeredSince(BuildingId building, Instant since) {
    return readers.read(connection ->
        Rows.list(
            connection,
            BookingRows.BOOKING
                + """
                WHERE b.made_by LIKE 'kiosk:%' AND b.key IN (
                  SELECT key FROM booking WHERE building = ? AND ends > ?
                  UNION SELECT key FROM booking WHERE building = ? AND made_at > ?)
                ORDER BY b.starts, b.key
                """,
            BookingRows::booking,
            building.value(),
            since.toEpochMilli(),
            building.value(),
            since.toEpochMilli()));
  }

  @Override
  public List<Booking> ofPerson(PersonId person, Instant from, int most) {
    return readers.read(connection ->
        Rows.list(
            connection,
            BookingRows.BOOKING
                + "WHERE b.person = ? AND b.ends > ? ORDER BY b.starts, b.key LIMIT ?",
            BookingRows::booking,
            person.value(),
            from.toEpochMilli(),
            most));
  }
}
