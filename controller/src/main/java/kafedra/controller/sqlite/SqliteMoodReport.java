package kafedra.controller.sqlite;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.controller.usage.MoodReport;

/** Answers in SQLite (043-mood.sql); {@link SqliteRecordLog} writes them. */
public final class SqliteMoodReport implements MoodReport {
  private final SqliteReaders readers;

  public SqliteMoodReport(SqliteReaders readers) {
    this.readers = readers;
  }

  @Override
  public Moods of(Collection<SchoolId> schools, LocalDate from, LocalDate to) {
    String places = schools.stream().map(it -> "?").collect(Collectors.joining(", "));
    Object[] parameters =
        Stream.concat(
                Stream.of(from.toString(), to.toString()), schools.stream().map(SchoolId::value))
            .toArray();
    return readers
        .read(db ->
            Rows.find(
                db,
                """
                SELECT coalesce(sum(good), 0), coalesce(sum(so_so), 0), coalesce(sum(bad), 0)
                FROM mood WHERE last >= ? AND last < ? AND school IN (%s)
                """
                    .formatted(places),
                row -> new Moods(row.getInt(1), row.getInt(2), row.getInt(3)),
                parameters))
        .orElse(new Moods(0, 0, 0));
  }
}
