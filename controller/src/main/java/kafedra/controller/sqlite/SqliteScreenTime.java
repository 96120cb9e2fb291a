package kafedra.controller.sqlite;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.norm.ScreenTime;
import kafedra.controller.norm.ScreenTimeElsewhere;

/** Screen time out of the sessions in SQLite. */
public final class SqliteScreenTime implements ScreenTime, ScreenTimeElsewhere {
  static final String ACTIVE =
      """
      SELECT coalesce(sum(active_ms), 0) FROM session
      WHERE person = ? AND started_at >= ? AND started_at < ?
      """;

  private static final String ELSEWHERE =
      """
      SELECT person, sum(active_ms) FROM session
      WHERE started_at >= ? AND started_at < ? AND person IS NOT NULL AND kiosk <> ?
      GROUP BY person HAVING sum(active_ms) > 0
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

  @Override
  public Map<PersonId, Duration> active(KioskId besides, TimeSlot day) {
    return readers.read(db ->
        Rows.list(
                db,
                ELSEWHERE,
                row -> Map.entry(new PersonId(row.getString(1)), Duration.ofMillis(row.getLong(2))),
                day.start().toEpochMilli(),
                day.end().toEpochMilli(),
                besides.value())
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
