package kafedra.controller.sqlite;

import java.time.Duration;
import kafedra.contract.id.PersonId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.norm.ScreenTime;

/** Screen time out of the sessions in SQLite. */
public final class SqliteScreenTime implements ScreenTime {
  static final String ACTIVE =
      """
      SELECT coalesce(sum(active_ms), 0) FROM session
      WHERE person = ? AND started_at >= ? AND started_at < ?
      """;

  private final SqliteReaders readers;

  public SqliteScreenTime(SqliteReaders readers) {
    this.readers = readers;
  }

  @Override
  public Duration active(PersonId person, TimeSlot day) {
    return readers.read(db ->
        Rows.find(
                db,
                ACTIVE,
                row -> Duration.ofMillis(row.getLong(1)),
                person.value(),
                day.start().toEpochMilli(),
                day.end().toEpochMilli())
            .orElse(Duration.ZERO));
  }
}
