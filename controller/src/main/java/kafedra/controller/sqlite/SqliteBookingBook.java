package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.BookingStatus;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingBook;
import kafedra.controller.booking.Conflict;
import kafedra.controller.booking.Holder;
import org.jspecify.annotations.Nullable;

/** The book while a piece of work of the writer runs. */
final class SqliteBookingBook implements BookingBook {
  private static final String FIND = BookingRows.BOOKING + "WHERE b.id = ?";

  private static final String TAKEN =
      """
      SELECT workstation FROM booking_seat
      WHERE lab = ? AND live = 1 AND starts < ? AND starts > ? AND ends > ?
      """;

  private static final String INSERT =
      """
      INSERT INTO booking (id, person, grp, school, building, lab, starts, ends, purpose, label,
                           status, version, wish, made_by, made_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_SEAT =
      """
      INSERT INTO booking_seat (booking, place, workstation, lab, starts, ends, live)
      VALUES ((SELECT key FROM booking WHERE id = ?), ?, ?, ?, ?, ?, ?)
      """;

  private final Connection connection;
  private final WriterStatements statements;

  SqliteBookingBook(Connection connection, WriterStatements statements) {
    this.connection = connection;
    this.statements = statements;
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return reading(() -> {
      PreparedStatement query = statements.of(connection, FIND);
      query.setString(1, id.value());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(BookingRows.booking(row)) : Optional.empty();
      }
    });
  }

  @Override
  public Set<WorkstationId> takenSeats(LabId lab, TimeSlot slot) {
    return reading(() -> {
      PreparedStatement query = statements.of(connection, TAKEN);
      query.setString(1, lab.value());
      bind(query, 2, slot);
      Set<WorkstationId> taken = new HashSet<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          taken.add(new WorkstationId(rows.getString(1)));
        }
      }
      return taken;
    });
  }

  /** Binds what {@code starts < ? AND starts > ? AND ends > ?} asks for. */
  private static void bind(PreparedStatement query, int first, TimeSlot slot) throws SQLException {
    query.setLong(first, slot.end().toEpochMilli());
    query.setLong(first + 1, slot.start().toEpochMilli() - BookingRows.LONGEST);
    query.setLong(first + 2, slot.start().toEpochMilli());
  }

  @Override
  public List<Conflict> holding(List<WorkstationId> seats, TimeSlot slot) {
    return reading(() ->
        Rows.list(
            connection,
            """
            SELECT b.id, s.lab, s.workstation, s.starts, s.ends
            FROM booking_seat s JOIN booking b ON b.key = s.booking
            WHERE s.workstation IN (SELECT value FROM json_each(?)) AND s.live = 1
              AND s.starts < ? AND s.starts > ? AND s.ends > ? ORDER BY s.starts
            """,
            BookingRows::conflict,
            RosterRows.array(seats),
            slot.end().toEpochMilli(),
            slot.start().toEpochMilli() - BookingRows.LONGEST,
            slot.start().toEpochMilli()));
  }

  @Override
  public List<Conflict> heldBy(PersonId person, TimeSlot slot) {
    return reading(() ->
        Rows.list(
            connection,
            """
            SELECT id, lab, NULL AS workstation, starts, ends FROM booking
            WHERE person = ? AND status = 'CONFIRMED'
              AND starts < ? AND starts > ? AND ends > ? ORDER BY starts
            """,
            BookingRows::conflict,
            person.value(),
            slot.end().toEpochMilli(),
            slot.start().toEpochMilli() - BookingRows.LONGEST,
            slot.start().toEpochMilli()));
  }

  @Override
  public Entry enter(Booking booking) {
    try {
      insert(booking);
      insertSeats(booking);
      return Entry.ENTERED;
    } catch (SQLException refused) {
      return whyRefused(booking, refused);
    }
  }

  private void insert(Booking booking) throws SQLException {
    PreparedStatement insert = statements.of(connection, INSERT);
    insert.setString(1, booking.id().value());
    insert.setString(2, person(booking.holder()));
    insert.setString(3, group(booking.holder()));
    insert.setString(4, booking.school().value());
    insert.setString(5, booking.building().value());
    insert.setString(6, booking.lab().value());
    insert.setLong(7, booking.slot().start().toEpochMilli());
    insert.setLong(8, booking.slot().end().toEpochMilli());
    insert.setString(9, booking.purpose().name());
    insert.setString(10, booking.label());
    insert.setString(11, booking.status().name());
    insert.setInt(12, booking.version());
    insert.setString(13, booking.wish());
    insert.setString(14, booking.madeBy());
    insert.setLong(15, booking.madeAt().toEpochMilli());
    insert.executeUpdate();
  }

  private void insertSeats(Booking booking) throws SQLException {
    if (booking.seats().isEmpty()) {
      return;
    }
    PreparedStatement insert = statements.of(connection, INSERT_SEAT);
    long live = booking.status() == BookingStatus.CONFIRMED ? 1 : 0;
    for (int place = 0; place < booking.seats().size(); place++) {
      insert.setString(1, booking.id().value());
      insert.setInt(2, place);
      insert.setString(3, booking.seats().get(place).value());
      insert.setString(4, booking.lab().value());
      insert.setLong(5, booking.slot().start().toEpochMilli());
      insert.setLong(6, booking.slot().end().toEpochMilli());
      insert.setLong(7, live);
      insert.executeUpdate();
    }
  }

  private Entry whyRefused(Booking booking, SQLException refused) {
    String message = String.valueOf(refused.getMessage());
    if (message.contains("person-busy")) {
      return Entry.PERSON_BUSY; // the row was not written, so there is nothing to undo
    }
    if (message.contains("seat-taken")) {
      delete(booking.id());
      return Entry.SEAT_TAKEN;
    }
    throw new StoreException("Booking " + booking.id() + " cannot be written.", refused);
  }

  private void delete(BookingId id) {
    reading(() -> Rows.change(connection, "DELETE FROM booking WHERE id = ?", id.value()));
  }

  @Override
  public Booking change(Booking booking, BookingStatus status) {
    Booking changed = booking.with(status);
    int rows =
        reading(() ->
            Rows.change(
                connection,
                "UPDATE booking SET status = ?, version = ? WHERE id = ? AND version = ?",
                status.name(),
                changed.version(),
                booking.id().value(),
                booking.version()));
    if (rows != 1) {
      throw new IllegalStateException(
          booking.id() + " is no longer at version " + booking.version() + "; nothing was changed");
    }
    return changed;
  }

  private static @Nullable String person(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson one -> one.person().value();
      case Holder.OfGroup many -> null;
    };
  }

  private static @Nullable String group(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson one -> null;
      case Holder.OfGroup many -> many.group().value();
    };
  }

  private interface Reading<T> {
    T read() throws SQLException;
  }

  /** The book's port knows no SQL; what the database reports undoes the whole piece of work. */
  private static <T> T reading(Reading<T> work) {
    try {
      return work.read();
    } catch (SQLException failed) {
      throw new StoreException("Cannot use the booking book: " + failed.getMessage(), failed);
    }
  }
}
