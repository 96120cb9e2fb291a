package kafedra.controller.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** How rows of 030-schedule.sql read as bookings. */
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
    String series = row.getString("series");
    return new Booking(
        new BookingId(row.getString("id")),
        holder(person, row.getString("grp")),
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
        instant(row, "held_until"),
        instant(row, "checked_in_at"),
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
        Instant.ofEpochMilli(row.getLong("made_at")));
  }

  /** How a deed is called in the audit. */
  static String action(Act.Deed deed) {
    return deed == Act.Deed.BOOKED ? "booked" : "booking-" + deed.name().toLowerCase(Locale.ROOT);
  }

  /** An audit entry as an act; empty for what was not done to a booking. */
  static Optional<Act> act(ResultSet row) throws SQLException {
    String action = row.getString("action");
    Optional<Act.Deed> deed =
        Stream.of(Act.Deed.values()).filter(it -> action(it).equals(action)).findFirst();
    if (deed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Act(
            row.getString("actor"),
            Instant.ofEpochMilli(row.getLong("at")),
            deed.get(),
            row.getString("detail")));
  }

  static TimeSlot slot(ResultSet row) throws SQLException {
    return new TimeSlot(
        Instant.ofEpochMilli(row.getLong("starts")), Instant.ofEpochMilli(row.getLong("ends")));
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
