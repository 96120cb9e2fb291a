package kafedra.controller.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.roster.EntryCodes;
import kafedra.controller.roster.RosterChanges;

/** Codes in SQLite (042-codes.sql); {@link SqliteRecordLog} notes their use. */
public final class SqliteEntryCodes implements EntryCodes {
  private static final String ADD =
      """
      INSERT INTO entry_code (building, verifier, person, issued_by, issued_at, expires_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (building, verifier) DO UPDATE SET
        person = excluded.person, issued_by = excluded.issued_by, issued_at = excluded.issued_at,
        expires_at = excluded.expires_at, used_at = NULL
      WHERE expires_at <= ?5 OR used_at IS NOT NULL
      """;

  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final RosterChanges changes;

  public SqliteEntryCodes(SqliteReaders readers, SqliteWriter writer, RosterChanges changes) {
    this.readers = readers;
    this.writer = writer;
    this.changes = changes;
  }

  @Override
  public boolean add(BuildingId building, ReplicaItem.EntryCode code, String by, Instant now) {
    boolean added =
        writer.write(db ->
            Rows.change(
                db,
                ADD,
                building.value(),
                code.verifier(),
                code.person().value(),
                by,
                now.toEpochMilli(),
                code.expires().toEpochMilli()))
            == 1;
    if (added) {
      changes.announce(
          readers.read(db ->
              Set.copyOf(
                  Rows.list(
                      db,
                      "SELECT school_id FROM building WHERE id = ?",
                      row -> new SchoolId(row.getString(1)),
                      building.value()))));
    }
    return added;
  }

  @Override
  public List<ReplicaItem.EntryCode> open(BuildingId building, Instant now) {
    return readers.read(db ->
        Rows.list(
            db,
            """
            SELECT verifier, person, expires_at FROM entry_code
            WHERE building = ? AND expires_at > ? AND used_at IS NULL ORDER BY verifier
            """,
            row ->
                new ReplicaItem.EntryCode(
                    row.getString(1),
                    new PersonId(row.getString(2)),
                    Instant.ofEpochMilli(row.getLong(3))),
            building.value(),
            now.toEpochMilli()));
  }
}
