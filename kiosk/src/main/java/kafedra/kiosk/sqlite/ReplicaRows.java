package kafedra.kiosk.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import kafedra.contract.codec.Decoded;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.sqlite.StoreException;

/**
 * Items of the replica as rows, in the form in which they travel, so that there is one form only.
 */
final class ReplicaRows {
  private final MessageCodec codec;

  ReplicaRows(MessageCodec codec) {
    this.codec = codec;
  }

  /**
   * A replica that is sent anew replaces the old one item by item, and what did not come goes with
   * the last piece: a line that is cut in between leaves the building with all that it had.
   */
  void apply(Connection connection, SyncChanges piece) throws SQLException {
    if (piece.from().number() == 0) {
      run(connection, "UPDATE replica SET outdated = 1");
    }
    try (PreparedStatement put =
            connection.prepareStatement(
                """
                INSERT INTO replica (key, body, outdated) VALUES (?, ?, 0)
                ON CONFLICT (key) DO UPDATE SET body = excluded.body, outdated = 0
                """);
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM replica WHERE key = ?")) {
      for (ReplicaChange change : piece.changes()) {
        switch (change) {
          case ReplicaChange.Put(ReplicaItem item) -> {
            put.setString(1, item.key());
            put.setBytes(2, body(change));
            put.executeUpdate();
          }
          case ReplicaChange.Gone(String key) -> {
            delete.setString(1, key);
            delete.executeUpdate();
          }
        }
      }
    }
    if (piece.to().equals(piece.head())) {
      run(connection, "DELETE FROM replica WHERE outdated = 1");
    }
    setVersion(connection, piece.to());
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static void setVersion(Connection connection, ReplicaVersion version)
      throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement(
            """
            INSERT INTO replica_version (only, epoch, number) VALUES (1, ?, ?)
            ON CONFLICT (only) DO UPDATE SET epoch = excluded.epoch, number = excluded.number
            """)) {
      set.setString(1, version.epoch());
      set.setLong(2, version.number());
      set.executeUpdate();
    }
  }

  private byte[] body(ReplicaChange change) {
    return codec.encode(
        new SyncChanges(
            ReplicaVersion.NONE,
            ReplicaVersion.NONE,
            ReplicaVersion.NONE,
            Instant.EPOCH,
            List.of(change)));
  }

  ReplicaItem item(byte[] body) {
    if (codec.decode(body) instanceof Decoded.Read(SyncChanges piece)
        && piece.changes().getFirst() instanceof ReplicaChange.Put(ReplicaItem item)) {
      return item;
    }
    throw new StoreException(
        "An item of the replica cannot be read. Maybe an older program was installed over a newer"
            + " one; a new data folder takes the replica anew, but first let the outbox be sent.");
  }
}
