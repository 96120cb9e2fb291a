package kafedra.controller.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.Series;
import org.jspecify.annotations.Nullable;

/** How rows of 001-schedule.sql read as bookings. */
final class BookingRows {
  /** What {@link #booking} reads. */
  static final String BOOKING =
      """
      SELECT b.*, (SELECT string_agg(s.workstation, ' ' ORDER BY s.place) FROM booking_seat s
                   WHERE s.booking = b.id) AS seats
      FROM booking b
      """;

  private BookingRows() {}

  static Booking booking(ResultSet row) throws SQLException {
    String series = row.getString("series");
    return new Booking(
        new BookingId(row.getString("id")),
        holder(row.getString("person"), row.getString("grp")),
        new SchoolId(row.getString("school")),
        new BuildingId(row.getString("building")),
        new LabId(row.getString("lab")),
        new TimeSlot(at(row, "starts"), at(row, "ends")),
        seats(row.getString("seats")),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("label"),
        BookingStatus.valueOf(row.getString("status")),
        row.getInt("version"),
        row.getString("wish"),
        row.getString("made_by"),
        at(row, "made_at"),
        atOrNull(row, "held_until"),
        atOrNull(row, "checked_in_at"),
        series == null ? null : new SeriesId(series),
        online(row));
  }

  private static Online online(ResultSet row) throws SQLException {
    return new Online(
        row.getString("link"),
        row.getInt("kbps_per_client"),
        Online.Screens.valueOf(row.getString("screens")));
  }

  private static Holder holder(@Nullable String person, @Nullable String group) {
    if (person != null) {
      return new Holder.OfPerson(new PersonId(person));
    }
    return group != null ? new Holder.OfGroup(new GroupId(group)) : Holder.NOBODY;
  }

  static Series series(ResultSet row) throws SQLException {
    return new Series(
        new SeriesId(row.getString("id")),
        Series.Kind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getString("rule"),
        online(row),
        row.getString("made_by"),
        at(row, "made_at"));
  }

  /** Told as the audit of the other store tells it. */
  static Act act(ResultSet row) throws SQLException {
    String detail = row.getString("detail");
    return new Act(
        row.getString("actor"),
        at(row, "at"),
        Act.Deed.valueOf(row.getString("deed")),
        "version=" + row.getInt("version") + (detail.isEmpty() ? "" : "; " + detail));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static List<WorkstationId> seats(@Nullable String joined) {
    return joined == null
        ? List.of()
        : Stream.of(joined.split(" ")).map(WorkstationId::new).toList();
  }
}
