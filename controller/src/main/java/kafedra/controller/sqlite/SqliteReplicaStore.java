package kafedra.controller.sqlite;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.BuildingId;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.replica.ReplicaStore;

/**
 * Replica numbers in SQLite. Only a hash of each item is kept: the items themselves follow from the
 * rest of the database.
 *
 * <p>Numbers leap to the wall clock's milliseconds at each start, and the leap is noted. So a
 * database that was replaced by an older copy never gives out a number that the lost one gave, and
 * recognises a kiosk that heard of one.
 */
public final class SqliteReplicaStore implements ReplicaStore {
  private static final int HASH_BYTES = 16;

  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final MessageCodec codec;
  private final String epoch;

  public SqliteReplicaStore(
      SqliteReaders readers, SqliteWriter writer, MessageCodec codec, Instant start) {
    this.readers = readers;
    this.writer = writer;
    this.codec = codec;
    this.epoch = writer.write(connection -> begin(connection, start));
  }

  private static String begin(Connection connection, Instant start) throws SQLException {
    byte[] drawn = new byte[4];
    new SecureRandom().nextBytes(drawn);
    Rows.change(
        connection,
        "INSERT INTO replica (only, epoch, head) VALUES (1, ?, 0) ON CONFLICT DO NOTHING",
        HexFormat.of().formatHex(drawn));
    long head = one(connection, "SELECT head FROM replica");
    long leap = Math.max(head, start.toEpochMilli());
    Rows.change(connection, "INSERT INTO replica_gap (above, below) VALUES (?, ?)", head, leap + 1);
    Rows.change(connection, "UPDATE replica SET head = ?", leap);
    return Rows.list(connection, "SELECT epoch FROM replica", row -> row.getString(1)).getFirst();
  }

  private static long one(Connection connection, String sql, Object... parameters)
      throws SQLException {
    return Rows.list(connection, sql, row -> row.getLong(1), parameters).getFirst();
  }

  @Override
  public ReplicaVersion update(BuildingId building, Collection<ReplicaItem> items, Instant now) {
    Map<String, byte[]> wanted = new HashMap<>();
    items.forEach(item -> wanted.put(item.key(), hash(item)));
    Map<String, byte[]> known = hashes(building);
    boolean same =
        known.keySet().equals(wanted.keySet())
            && known.entrySet().stream()
                .allMatch(it -> Arrays.equals(it.getValue(), wanted.get(it.getKey())));
    if (!same) {
      int _ = writer.write(connection -> number(connection, building, wanted, known, now));
    }
    return head(building);
  }

  /** Only the replica's one thread updates, so what it read before still holds here. */
  private static int number(
      Connection connection,
      BuildingId building,
      Map<String, byte[]> wanted,
      Map<String, byte[]> known,
      Instant now)
      throws SQLException {
    long number = one(connection, "SELECT head FROM replica");
    int changes = 0;
    for (Map.Entry<String, byte[]> each : wanted.entrySet()) {
      if (!Arrays.equals(each.getValue(), known.get(each.getKey()))) {
        changes +=
            Rows.change(
                connection,
                """
                INSERT INTO replica_item (building, key, number, hash) VALUES (?, ?, ?, ?)
                ON CONFLICT (building, key) DO UPDATE SET
                  number = excluded.number, hash = excluded.hash, gone_at = NULL
                """,
                building.value(),
                each.getKey(),
                ++number,
                each.getValue());
      }
    }
    for (String key : known.keySet()) {
      if (!wanted.containsKey(key)) {
        changes +=
            Rows.change(
                connection,
                """
                UPDATE replica_item SET number = ?, hash = NULL, gone_at = ?
                WHERE building = ? AND key = ?
                """,
                ++number,
                now.toEpochMilli(),
                building.value(),
                key);
      }
    }
    Rows.change(connection, "UPDATE replica SET head = ?", number);
    return changes;
  }

  private Map<String, byte[]> hashes(BuildingId building) {
    return readers.read(connection ->
        Rows.list(
                connection,
                "SELECT key, hash FROM replica_item WHERE building = ? AND hash IS NOT NULL",
                row -> Map.entry(row.getString(1), row.getBytes(2)),
                building.value())
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private byte[] hash(ReplicaItem item) {
    byte[] content =
        codec.encode(
            new SyncChanges(
                ReplicaVersion.NONE,
                ReplicaVersion.NONE,
                ReplicaVersion.NONE,
                Instant.EPOCH,
                List.of(new ReplicaChange.Put(item))));
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), HASH_BYTES);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }

  @Override
  public ReplicaVersion head(BuildingId building) {
    return readers.read(connection ->
        new ReplicaVersion(
            epoch,
            one(
                connection,
                "SELECT coalesce(max(number), 0) FROM replica_item WHERE building = ?",
                building.value())));
  }

  @Override
  public List<Change> changedAfter(BuildingId building, long after, int most) {
    return readers.read(connection ->
        Rows.list(
            connection,
            """
            SELECT key, number, hash IS NULL FROM replica_item
            WHERE building = ?1 AND number > ?2 AND (hash IS NOT NULL OR ?2 > 0)
            ORDER BY number LIMIT ?3
            """,
            row ->
                new Change(
                    row.getString(1), row.getLong(2), row.getInt(3) == 1 ? Fate.GONE : Fate.PUT),
            building.value(),
            after,
            most));
  }

  @Override
  public Map<String, Long> numbers(BuildingId building) {
    return readers.read(connection ->
        Rows.list(
                connection,
                "SELECT key, number FROM replica_item WHERE building = ? AND hash IS NOT NULL",
                row -> Map.entry(row.getString(1), row.getLong(2)),
                building.value())
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public boolean gave(ReplicaVersion have) {
    if (!have.epoch().equals(epoch) || have.number() == 0) {
      return false;
    }
    return readers.read(connection ->
        one(
                connection,
                """
                SELECT ?1 <= head AND NOT EXISTS (
                  SELECT 1 FROM replica_gap WHERE above < ?1 AND below > ?1)
                FROM replica
                """,
                have.number())
            == 1);
  }

  @Override
  public void said(BuildingId building, ReplicaVersion have) {
    var _ =
        writer.submit(connection ->
            Rows.change(
                connection,
                """
                INSERT INTO replica_site (building, epoch, number) VALUES (?, ?, ?)
                ON CONFLICT (building) DO UPDATE SET
                  epoch = excluded.epoch, number = excluded.number
                """,
                building.value(),
                have.epoch(),
                have.number()));
  }

  @Override
  public Optional<ReplicaVersion> lastSaid(BuildingId building) {
    return readers.read(connection ->
        Rows.find(
            connection,
            "SELECT epoch, number FROM replica_site WHERE building = ?",
            row -> new ReplicaVersion(row.getString(1), row.getLong(2)),
            building.value()));
  }

  @Override
  public void forgetGone(Instant before) {
    int _ =
        writer.write(connection ->
            Rows.change(
                connection,
                """
                DELETE FROM replica_item WHERE gone_at < ? AND number <= (
                  SELECT s.number FROM replica_site s
                  WHERE s.building = replica_item.building AND s.epoch = ?)
                """,
                before.toEpochMilli(),
                epoch));
  }
}
