package kafedra.controller.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.BookingStatus;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Conflict;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Purpose;
import org.jspecify.annotations.Nullable;

/** How rows of 010-booking.sql read as bookings. */
final class BookingRows {
  /** What {@link #booking} reads. */
  static final String BOOKING =
      """
      SELECT b.*, (SELECT group_concat(s.workstation, ' ' ORDER BY s.place) FROM booking_seat s
                   WHERE s.booking = b.key) AS seats
      FROM booking b
      """;

  /**
   * Beyond this, counted back from a slot's start, no booking can reach into the slot: the longest
   * booking, ms.
   */
  static final long LONGEST = 43_200_000;

  private BookingRows() {}

  static Booking booking(ResultSet row) throws SQLException {
    String person = row.getString("person");
    Holder holder =
        person != null
            ? new Holder.OfPerson(new PersonId(person))
            : new Holder.OfGroup(new GroupId(row.getString("grp")));
    return new Booking(
        new BookingId(row.getString("id")),
        holder,
        new SchoolId(row.getString("school")),
        new BuildingId(row.getString("building")),
        new LabId(row.getString("lab")),
        slot(row),
        seats(row.getString("seats")),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("label"),
        BookingStatus.valueOf(row.getString("status")),
        row.getInt("version"),
        row.getString("wish"),
        row.getString("made_by"),
        Instant.ofEpochMilli(row.getLong("made_at")),
        instant(row, "checked_in_at"));
  }

  static TimeSlot slot(ResultSet row) throws SQLException {
    return new TimeSlot(
        Instant.ofEpochMilli(row.getLong("starts")), Instant.ofEpochMilli(row.getLong("ends")));
  }

  /** Reads {@code id, lab, workstation, starts, ends}. */
  static Conflict conflict(ResultSet row) throws SQLException {
    String workstation = row.getString("workstation");
    return new Conflict(
        new BookingId(row.getString("id")),
        new LabId(row.getString("lab")),
        workstation == null ? null : new WorkstationId(workstation),
        slot(row));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static List<WorkstationId> seats(@Nullable String joined) {
    return joined == null
        ? List.of()
        : Stream.of(joined.split(" ")).map(WorkstationId::new).toList();
  }
}
