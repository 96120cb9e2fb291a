package kafedra.controller.sqlite;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.PersonId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.controller.policy.NoShows;

/** No-shows out of the bookings in SQLite. */
public final class SqliteNoShows implements NoShows {
  // a person has one booking at a time, so the index on person and start gives few rows
  static final String MISSED =
      """
      SELECT b.starts FROM booking b
        JOIN school s ON s.id = b.school
        JOIN building g ON g.id = b.building
        JOIN kiosk_contact k ON k.kiosk = g.kiosk_id
      WHERE b.person = ? AND b.starts >= ? AND b.starts < ?
        AND b.status IN ('CONFIRMED', 'RELEASED') AND b.checked_in_at IS NULL
        AND max(b.starts, b.made_at) + 1000 * s.grace_s <= min(?, k.at)
      ORDER BY b.starts
      """;

  private final SqliteReaders readers;

  public SqliteNoShows(SqliteReaders readers) {
    this.readers = readers;
  }

  @Override
  public List<Instant> of(PersonId person, Instant since, Instant now) {
    return readers.read(db ->
        Rows.list(
            db,
            MISSED,
            row -> Instant.ofEpochMilli(row.getLong(1)),
            person.value(),
            since.toEpochMilli(),
            now.toEpochMilli(),
            now.toEpochMilli()));
  }
}
