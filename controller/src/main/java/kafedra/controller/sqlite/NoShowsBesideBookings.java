package kafedra.controller.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.policy.NoShows;

/**
 * No-shows out of bookings that are kept in another store, with what {@link SqliteNoShows} asks of
 * each.
 */
public final class NoShowsBesideBookings implements NoShows {
  private static final String HEARD =
      """
      SELECT s.grace_s, k.at FROM building g
        JOIN school s ON s.id = g.school_id
        JOIN kiosk_contact k ON k.kiosk = g.kiosk_id
      WHERE g.id = ?
      """;

  private record Heard(Duration grace, Instant last) {
    static Heard of(ResultSet row) throws SQLException {
      return new Heard(Duration.ofSeconds(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2)));
    }
  }

  private final SqliteReaders readers;
  private final BookingStore bookings;

  public NoShowsBesideBookings(SqliteReaders readers, BookingStore bookings) {
    this.readers = readers;
    this.bookings = bookings;
  }

  @Override
  public List<Instant> of(PersonId person, Instant since, Instant now) {
    if (!since.isBefore(now)) {
      return List.of();
    }
    return bookings.ofPerson(person, new TimeSlot(since, now)).stream()
        .filter(it -> !it.slot().start().isBefore(since))
        .filter(NoShowsBesideBookings::isUnused)
        .filter(it -> heard(it.building()).filter(heard -> isMissed(it, heard, now)).isPresent())
        .map(it -> it.slot().start())
        .toList();
  }

  private static boolean isUnused(Booking booking) {
    return booking.checkedIn() == null
        && (booking.status() == BookingStatus.CONFIRMED
            || booking.status() == BookingStatus.RELEASED);
  }

  private Optional<Heard> heard(BuildingId building) {
    return readers.read(db -> Rows.find(db, HEARD, Heard::of, building.value()));
  }

  private static boolean isMissed(Booking booking, Heard heard, Instant now) {
    Instant start = booking.slot().start();
    Instant expected = start.isBefore(booking.madeAt()) ? booking.madeAt() : start;
    Instant over = expected.plus(heard.grace());
    return !over.isAfter(now) && !over.isAfter(heard.last());
  }
}
