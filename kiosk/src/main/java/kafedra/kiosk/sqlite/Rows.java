package kafedra.kiosk.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.schedule.BookingRequest;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.signin.Attempts;
import org.jspecify.annotations.Nullable;

/** Rows as what they mean. */
final class Rows {
  private Rows() {}

  static Session session(ResultSet row) throws SQLException {
    String booking = row.getString("booking");
    return new Session(
        new SessionId(row.getString("id")),
        new WorkstationId(row.getString("workstation")),
        new PersonId(row.getString("person")),
        booking == null ? null : new BookingId(booking),
        SignInMethod.valueOf(row.getString("method")),
        instant(row, "started_at"),
        instant(row, "planned_end"),
        Session.Standing.valueOf(row.getString("standing")),
        EndReason.valueOf(row.getString("reason")),
        instantOrNull(row, "ended_at"),
        Duration.ofMillis(row.getLong("signed_in")),
        Duration.ofMillis(row.getLong("active")));
  }

  static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        row.getLong("serial"),
        LocalDate.parse(row.getString("day")),
        row.getInt("number"),
        new PersonId(row.getString("person")),
        Ticket.Fate.valueOf(row.getString("fate")),
        workstationOrNull(row, "seat"),
        instantOrNull(row, "held_until"));
  }

  static Attempts attempts(ResultSet row) throws SQLException {
    return new Attempts(
        row.getString("key"),
        row.getInt("wrong"),
        instant(row, "blocked_until"),
        instant(row, "last"));
  }

  static BookingRequest request(ResultSet row) throws SQLException {
    return new BookingRequest(
        new BookingId(row.getString("id")),
        new PersonId(row.getString("person")),
        workstationOrNull(row, "workstation"),
        new TimeSlot(instant(row, "starts"), instant(row, "ends")),
        BookingRequest.Wish.valueOf(row.getString("wish")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable WorkstationId workstationOrNull(ResultSet row, String column)
      throws SQLException {
    String id = row.getString(column);
    return id == null ? null : new WorkstationId(id);
  }
}
