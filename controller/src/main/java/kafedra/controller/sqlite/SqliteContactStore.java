package kafedra.controller.sqlite;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import kafedra.contract.id.KioskId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.fleet.ContactStore;

/** Last contacts in SQLite. */
public final class SqliteContactStore implements ContactStore {
  private final SqliteReaders readers;
  private final SqliteWriter writer;

  public SqliteContactStore(SqliteReaders readers, SqliteWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public Map<KioskId, Instant> lastContacts() {
    return readers.read(connection ->
        Rows.list(
                connection,
                "SELECT kiosk, at FROM kiosk_contact",
                row ->
                    Map.entry(new KioskId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public void keep(Map<KioskId, Instant> contacts) {
    writer.write(connection -> {
      int rows = 0;
      for (Map.Entry<KioskId, Instant> each : contacts.entrySet()) {
        rows +=
            Rows.change(
                connection,
                """
                INSERT INTO kiosk_contact (kiosk, at) VALUES (?, ?)
                ON CONFLICT (kiosk) DO UPDATE SET at = excluded.at
                """,
                each.getKey().value(),
                each.getValue().toEpochMilli());
      }
      return rows;
    });
  }
}
