package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import kafedra.contract.id.StreamId;

/**
 * How far the streams of one delivery are: read once, moved while records are taken, written once.
 */
final class StreamPositions {
  /** Where one stream stands. */
  static final class Position {
    private final long key;
    private final long before;
    private long upTo;
    private long missing;

    private Position(long key, long upTo) {
      this.key = key;
      this.before = upTo;
      this.upTo = upTo;
    }

    long key() {
      return key;
    }

    long upTo() {
      return upTo;
    }

    void take(long number) {
      upTo = number;
    }

    /** The kiosk let go of everything before this number. */
    void passOver(long oldest) {
      missing += oldest - 1 - upTo;
      upTo = oldest - 1;
    }
  }

  private static final String FIND = "SELECT key, up_to FROM stream WHERE kiosk = ? AND epoch = ?";
  private static final String INSERT =
      "INSERT INTO stream (kiosk, epoch, up_to, missing) VALUES (?, ?, 0, 0)";
  private static final String UPDATE =
      "UPDATE stream SET up_to = ?, missing = missing + ? WHERE key = ?";

  private final Connection connection;
  private final WriterStatements statements;
  private final Map<StreamId, Position> positions = new LinkedHashMap<>();

  StreamPositions(Connection connection, WriterStatements statements) {
    this.connection = connection;
    this.statements = statements;
  }

  Position of(StreamId stream) throws SQLException {
    Position known = positions.get(stream);
    if (known == null) {
      known = read(stream);
      positions.put(stream, known);
    }
    return known;
  }

  private Position read(StreamId stream) throws SQLException {
    PreparedStatement query = statements.of(connection, FIND);
    query.setString(1, stream.kiosk().value());
    query.setString(2, stream.epoch());
    try (ResultSet row = query.executeQuery()) {
      if (row.next()) {
        return new Position(row.getLong(1), row.getLong(2));
      }
    }
    PreparedStatement insert = statements.of(connection, INSERT);
    insert.setString(1, stream.kiosk().value());
    insert.setString(2, stream.epoch());
    insert.executeUpdate();
    return read(stream);
  }

  /** Writes those that moved. */
  void write() throws SQLException {
    PreparedStatement update = statements.of(connection, UPDATE);
    for (Position each : positions.values()) {
      if (each.upTo != each.before) {
        update.setLong(1, each.upTo);
        update.setLong(2, each.missing);
        update.setLong(3, each.key);
        update.executeUpdate();
      }
    }
  }

  Map<StreamId, Long> upTo() {
    Map<StreamId, Long> all = new LinkedHashMap<>();
    positions.forEach((stream, position) -> all.put(stream, position.upTo));
    return all;
  }
}
