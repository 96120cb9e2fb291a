package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import kafedra.contract.sqlite.StoreException;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Attachment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingJournal;
import kafedra.controller.booking.Clearance;
import kafedra.controller.booking.DoublePromiseException;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Series;
import kafedra.controller.sql.BookingRows;
import kafedra.controller.timetable.TimetableTaken;
import org.jspecify.annotations.Nullable;

/** The journal of one piece of the writer's work; who did it goes into the audit with it. */
final class SqliteBookingJournal implements BookingJournal {
  private static final String INSERT =
      """
      INSERT INTO booking (lab, starts, ends, purpose, label, status, version, held_until, school,
                           building, id, person, grp, wish, made_by, made_at, series, link,
                           kbps_per_client, checked_in_at, screens)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      UPDATE booking SET lab = ?, starts = ?, ends = ?, purpose = ?, label = ?, status = ?,
                         version = ?, held_until = ?, school = ?, building = ?
      WHERE id = ? AND version = ?
      """;

  private static final String CHECK_IN = "UPDATE booking SET checked_in_at = ? WHERE id = ?";

  // Seat by seat: one statement for all of them goes through a table of its own, since there are
  // triggers, and a booking of one seat took half as long again.
  private static final String INSERT_SEAT =
      """
      INSERT INTO booking_seat (booking, place, workstation, lab, starts, ends, live)
      VALUES ((SELECT key FROM booking WHERE id = ?), ?, ?, ?, ?, ?, ?)
      """;

  private static final String DELETE_SEATS =
      "DELETE FROM booking_seat WHERE booking = (SELECT key FROM booking WHERE id = ?)";

  private static final String INSERT_SERIES =
      "INSERT INTO series VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";

  private final Connection connection;
  private final WriterStatements statements;
  private final AuditRows audit;

  SqliteBookingJournal(Connection connection, WriterStatements statements) {
    this.connection = connection;
    this.statements = statements;
    this.audit = new AuditRows(connection, statements);
  }

  private interface Writing {
    void run() throws SQLException;
  }

  /** The journal's port knows no SQL; what the database reports undoes the whole piece of work. */
  private static void writing(Booking booking, Writing work) {
    try {
      work.run();
    } catch (SQLException refused) {
      String message = String.valueOf(refused.getMessage());
      boolean promised =
          message.contains("person-busy")
              || message.contains("seat-taken")
              || message.contains("booking_seat.workstation");
      if (promised) {
        throw new DoublePromiseException(booking, refused);
      }
      throw new StoreException(
          "Booking " + booking.id() + " cannot be written: " + message, refused);
    }
  }

  @Override
  public void enter(Booking booking, Act act) {
    writing(
        booking,
        () -> {
          PreparedStatement insert = statements.of(connection, INSERT);
          setChangeable(insert, booking);
          insert.setString(11, booking.id().value());
          insert.setString(12, person(booking.holder()));
          insert.setString(13, group(booking.holder()));
          insert.setString(14, booking.wish());
          insert.setString(15, booking.madeBy());
          insert.setLong(16, booking.madeAt().toEpochMilli());
          insert.setString(17, booking.series() == null ? null : booking.series().value());
          insert.setString(18, booking.online().link());
          insert.setInt(19, booking.online().kbpsPerClient());
          setInstant(insert, 20, booking.checkedIn());
          insert.setString(21, booking.online().screens().name());
          insert.executeUpdate();
          insertSeats(booking);
          note(booking, act);
        });
  }

  @Override
  public void replace(Booking before, Booking after, Act act) {
    writing(
        after,
        () -> {
          boolean moved =
              !before.seats().equals(after.seats()) || !before.lab().equals(after.lab());
          if (moved) {
            PreparedStatement delete = statements.of(connection, DELETE_SEATS);
            delete.setString(1, before.id().value());
            delete.executeUpdate();
          }
          PreparedStatement update = statements.of(connection, UPDATE);
          setChangeable(update, after);
          update.setString(11, after.id().value());
          update.setInt(12, before.version());
          if (update.executeUpdate() != 1) {
            throw new DoublePromiseException(
                before, new SQLException("not at version " + before.version() + " in the store"));
          }
          if (moved) {
            insertSeats(after);
          }
          note(after, act);
        });
  }

  @Override
  public void checkIn(Booking booking) {
    writing(
        booking,
        () -> {
          PreparedStatement update = statements.of(connection, CHECK_IN);
          setInstant(update, 1, booking.checkedIn());
          update.setString(2, booking.id().value());
          update.executeUpdate();
        });
  }

  @Override
  public void settle(Clearance clearance) {
    try {
      ClosureRows.settle(connection, clearance);
    } catch (SQLException refused) {
      throw new StoreException(
          "Closure " + clearance.closure() + " cannot be written: " + refused.getMessage(),
          refused);
    }
  }

  @Override
  public void enter(Series series) {
    try {
      PreparedStatement insert = statements.of(connection, INSERT_SERIES);
      insert.setString(1, series.id().value());
      insert.setString(2, series.kind().name());
      insert.setString(3, series.title());
      insert.setString(4, series.rule());
      insert.setString(5, series.online().link());
      insert.setInt(6, series.online().kbpsPerClient());
      insert.setString(7, series.madeBy());
      insert.setLong(8, series.madeAt().toEpochMilli());
      insert.setString(9, series.online().screens().name());
      insert.executeUpdate();
    } catch (SQLException refused) {
      throw new StoreException("Series " + series.id() + " cannot be written.", refused);
    }
  }

  @Override
  public void attach(Attachment attachment) {
    try {
      switch (attachment) {
        case TimetableTaken timetable -> SqliteTimetableStore.enter(connection, timetable);
        default -> throw new IllegalArgumentException("not kept here: " + attachment);
      }
    } catch (SQLException refused) {
      throw new StoreException(
          "What comes with the bookings cannot be written: " + refused.getMessage(), refused);
    }
  }

  /** Sets parameters 1 to 10, what a change may change. */
  private static void setChangeable(PreparedStatement row, Booking booking) throws SQLException {
    row.setString(1, booking.lab().value());
    row.setLong(2, booking.slot().start().toEpochMilli());
    row.setLong(3, booking.slot().end().toEpochMilli());
    row.setString(4, booking.purpose().name());
    row.setString(5, booking.label());
    row.setString(6, booking.status().name());
    row.setInt(7, booking.version());
    setInstant(row, 8, booking.heldUntil());
    row.setString(9, booking.school().value());
    row.setString(10, booking.building().value());
  }

  private static void setInstant(PreparedStatement row, int place, @Nullable Instant at)
      throws SQLException {
    if (at == null) {
      row.setNull(place, Types.INTEGER);
    } else {
      row.setLong(place, at.toEpochMilli());
    }
  }

  private void insertSeats(Booking booking) throws SQLException {
    if (booking.seats().isEmpty()) {
      return;
    }
    PreparedStatement insert = statements.of(connection, INSERT_SEAT);
    for (int place = 0; place < booking.seats().size(); place++) {
      insert.setString(1, booking.id().value());
      insert.setInt(2, place);
      insert.setString(3, booking.seats().get(place).value());
      insert.setString(4, booking.lab().value());
      insert.setLong(5, booking.slot().start().toEpochMilli());
      insert.setLong(6, booking.slot().end().toEpochMilli());
      insert.setLong(7, booking.isLive() ? 1 : 0);
      insert.executeUpdate();
    }
  }

  private void note(Booking booking, Act act) throws SQLException {
    audit.append(
        act.at(),
        act.actor(),
        BookingRows.action(act.deed()),
        booking.id().value(),
        BookingRows.detail(booking, act));
  }

  private static @Nullable String person(Holder holder) {
    return holder instanceof Holder.OfPerson one ? one.person().value() : null;
  }

  private static @Nullable String group(Holder holder) {
    return holder instanceof Holder.OfGroup many ? many.group().value() : null;
  }
}
