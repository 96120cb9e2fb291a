package kafedra.kiosk.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.Feature;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.time.BootId;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Moment;
import kafedra.contract.time.Stamp;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.queue.Standing;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.queue.Wish;
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
        moment(row, "planned"),
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
        new Wish(labOrNull(row, "lab"), features(row.getString("features"))),
        instant(row, "drawn_at"),
        durationOrNull(row, "stated"),
        new Standing(
            row.getLong("place"),
            Standing.Turn.valueOf(row.getString("turn")),
            row.getInt("passed"),
            row.getInt("missed")),
        Ticket.Fate.valueOf(row.getString("fate")),
        firstCall(labOrNull(row, "called_lab"), durationOrNull(row, "waited")),
        workstationOrNull(row, "seat"),
        instantOrNull(row, "held_until"));
  }

  private static Ticket.@Nullable FirstCall firstCall(
      @Nullable LabId lab, @Nullable Duration waited) {
    return lab == null || waited == null ? null : new Ticket.FirstCall(waited, lab);
  }

  private static Set<Feature> features(String text) {
    return Stream.of(text.split(","))
        .filter(word -> !word.isEmpty())
        .map(Feature::valueOf)
        .collect(Collectors.toSet());
  }

  private static @Nullable LabId labOrNull(ResultSet row, String column) throws SQLException {
    String id = row.getString(column);
    return id == null ? null : new LabId(id);
  }

  private static @Nullable Duration durationOrNull(ResultSet row, String column)
      throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Duration.ofMillis(millis);
  }

  static Attempts attempts(ResultSet row) throws SQLException {
    return new Attempts(
        row.getString("key"),
        row.getInt("wrong"),
        Duration.ofMillis(row.getLong("pause")),
        moment(row, "last"));
  }

  static BookingRequest request(ResultSet row) throws SQLException {
    return new BookingRequest(
        new BookingId(row.getString("id")),
        new PersonId(row.getString("person")),
        workstationOrNull(row, "workstation"),
        new TimeSlot(instant(row, "starts"), instant(row, "ends")),
        BookingRequest.Wish.valueOf(row.getString("wish")));
  }

  /**
   * @param prefix of the four columns
   */
  private static Moment moment(ResultSet row, String prefix) throws SQLException {
    return new Moment(
        new BootId(row.getString(prefix + "_boot")),
        new Stamp(
            instant(row, prefix + "_at"),
            Duration.ofMillis(row.getLong(prefix + "_up")),
            ClockTrust.valueOf(row.getString(prefix + "_trust"))));
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
