package kafedra.controller.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import kafedra.controller.booking.BookingPolicies;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.Series;
import org.jspecify.annotations.Nullable;

/**
 * The schedule's bookings, their series and their history as rows; what is here is the same
 * wherever they are kept.
 *
 * @param key the column of {@code booking} by which its seats name it
 */
public record BookingRows(String key, Times times) {
  public static final String SERIES = "SELECT * FROM series WHERE id = ?";

  /** What the audit has of a booking, among it what {@link #act} reads. */
  public static final String HISTORY = "SELECT * FROM audit WHERE subject = ? ORDER BY number";

  /** What {@link #booking} reads, of all bookings. */
  public String all() {
    return """
    SELECT b.*, (SELECT string_agg(s.workstation, ' ' ORDER BY s.place) FROM booking_seat s
                 WHERE s.booking = b.%s) AS seats
    FROM booking b
    """
        .formatted(key);
  }

  /**
   * What {@link #booking} reads, of those that touch a range, by start.
   *
   * @param column of which one value is meant, the first parameter; {@link #range} has the rest
   */
  public String touching(String column) {
    return all()
        + "WHERE b.%s = ? AND b.starts < ? AND b.starts > ? AND b.ends > ? ORDER BY b.starts, b.%s"
            .formatted(column, key);
  }

  /** The parameters of {@link #touching}. */
  public Object[] range(String whose, TimeSlot range) {
    return new Object[] {
      whose,
      times.stored(range.end()),
      times.stored(range.start().minus(BookingPolicies.LONGEST)),
      times.stored(range.start())
    };
  }

  public Booking booking(ResultSet row) throws SQLException {
    String series = row.getString("series");
    return new Booking(
        new BookingId(row.getString("id")),
        holder(row.getString("person"), row.getString("grp")),
        new SchoolId(row.getString("school")),
        new BuildingId(row.getString("building")),
        new LabId(row.getString("lab")),
        new TimeSlot(times.at(row, "starts"), times.at(row, "ends")),
        seats(row.getString("seats")),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("label"),
        BookingStatus.valueOf(row.getString("status")),
        row.getInt("version"),
        row.getString("wish"),
        row.getString("made_by"),
        times.at(row, "made_at"),
        times.atOrNull(row, "held_until"),
        times.atOrNull(row, "checked_in_at"),
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

  public Series series(ResultSet row) throws SQLException {
    return new Series(
        new SeriesId(row.getString("id")),
        Series.Kind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getString("rule"),
        online(row),
        row.getString("made_by"),
        times.at(row, "made_at"));
  }

  /** How a deed is called in the audit. */
  public static String action(Act.Deed deed) {
    return deed == Act.Deed.BOOKED ? "booked" : "booking-" + deed.name().toLowerCase(Locale.ROOT);
  }

  /** What the audit says of it: what the booking has become, and what more there is to say. */
  public static String detail(Booking became, Act act) {
    return "version=" + became.version() + (act.detail().isEmpty() ? "" : "; " + act.detail());
  }

  /** An audit entry as an act; empty for what was not done to a booking. */
  public Optional<Act> act(ResultSet row) throws SQLException {
    String action = row.getString("action");
    Optional<Act.Deed> deed =
        Stream.of(Act.Deed.values()).filter(it -> action(it).equals(action)).findFirst();
    if (deed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Act(row.getString("actor"), times.at(row, "at"), deed.get(), row.getString("detail")));
  }

  private static List<WorkstationId> seats(@Nullable String joined) {
    return joined == null
        ? List.of()
        : Stream.of(joined.split(" ")).map(WorkstationId::new).toList();
  }
}
