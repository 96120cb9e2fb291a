package kafedra.controller.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.sql.Times;
import kafedra.controller.sql.TimetableRows;
import kafedra.controller.timetable.KnownNames;
import kafedra.controller.timetable.TimetableRow;
import kafedra.controller.timetable.TimetableStore;
import kafedra.controller.timetable.TimetableVersion;

/**
 * Timetables in PostgreSQL, beside their bookings (002-audit-timetable.sql); {@link
 * TimetableLedger} writes them.
 */
public final class PostgresTimetableStore implements TimetableStore {
  private final PostgresReaders readers;
  private final PostgresWriter writer;

  public PostgresTimetableStore(PostgresReaders readers, PostgresWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public KnownNames names(SchoolId school) {
    return new KnownNames(names(school, "ROOM"), names(school, "GROUP"));
  }

  private Map<String, String> names(SchoolId school, String kind) {
    Map<String, String> names = new HashMap<>();
    readers.list(
        TimetableRows.NAMES,
        row -> names.put(row.getString("name"), row.getString("target")),
        school.value(),
        kind);
    return names;
  }

  @Override
  public void explain(SchoolId school, KnownNames names) {
    try {
      KnownNames _ =
          writer
              .submit(
                  journal -> {
                    journal.attach(new TimetableLedger.Explained(school, names));
                    return names;
                  },
                  () -> {})
              .join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
    }
  }

  @Override
  public Map<BookingId, String> sources(SchoolId school) {
    Map<BookingId, String> sources = new HashMap<>();
    readers.list(
        TimetableRows.SOURCES,
        row -> sources.put(new BookingId(row.getString("booking")), row.getString("source")),
        school.value());
    return sources;
  }

  @Override
  public List<TimetableVersion> versions(SchoolId school) {
    return readers.list(
        TimetableRows.VERSIONS,
        row -> TimetableRows.version(row, Times.TIMESTAMPTZ),
        school.value());
  }

  @Override
  public List<TimetableRow> rows(SchoolId school, int version) {
    return readers.list(TimetableRows.ROWS, TimetableRows::row, school.value(), version);
  }
}
