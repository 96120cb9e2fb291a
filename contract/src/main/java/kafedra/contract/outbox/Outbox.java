package kafedra.contract.outbox;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.StreamId;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.SiteRecord;

/**
 * The durable queue of what a kiosk owes to the controller, as tables beside the kiosk's own, so
 * that a change and the record that tells of it are one transaction. Numbers begin at 1, have no
 * gaps and are never used twice. Acknowledged records stay for a while, since a controller that
 * comes back from a backup asks for them again.
 *
 * <p>The SQL here works on whatever connection it is given; the caller owns the transaction.
 */
public final class Outbox {
  /**
   * Makes the tables; run it as a migration of the program that has the outbox: {@code
   * /kafedra/contract/outbox/outbox.sql}.
   */
  public static final String MIGRATION = "/kafedra/contract/outbox/outbox.sql";

  private final MessageCodec codec;

  public Outbox(MessageCodec codec) {
    this.codec = codec;
  }

  /**
   * The stream of this outbox; its epoch is drawn on the first call for a new file.
   *
   * @param writable a connection that may write
   */
  public StreamId stream(Connection writable, KioskId kiosk) throws SQLException {
    byte[] drawn = new byte[4];
    new SecureRandom().nextBytes(drawn);
    try (PreparedStatement first =
        writable.prepareStatement(
            "INSERT INTO outbox_stream (only, epoch, acknowledged) VALUES (1, ?, 0) ON CONFLICT DO"
                + " NOTHING")) {
      first.setString(1, HexFormat.of().formatHex(drawn));
      first.executeUpdate();
    }
    try (Statement query = writable.createStatement();
        ResultSet row = query.executeQuery("SELECT epoch FROM outbox_stream")) {
      row.next();
      return new StreamId(kiosk, row.getString(1));
    }
  }

  /** Adds a record in the caller's transaction and returns its number. */
  public long append(Connection writable, SiteRecord siteRecord) throws SQLException {
    try (PreparedStatement insert =
        writable.prepareStatement("INSERT INTO outbox (at, body) VALUES (?, ?) RETURNING number")) {
      insert.setLong(1, siteRecord.at().wall().toEpochMilli());
      insert.setBytes(2, codec.encodeRecord(siteRecord));
      try (ResultSet key = insert.executeQuery()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  /** How far the outbox is filled and acknowledged. */
  public Extent extent(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                """
                SELECT (SELECT acknowledged FROM outbox_stream),
                       (SELECT min(number) FROM outbox),
                       (SELECT seq FROM sqlite_sequence WHERE name = 'outbox')
                """)) {
      row.next();
      long newest = row.getLong(3);
      long oldest = row.getLong(2);
      return new Extent(oldest == 0 ? newest + 1 : oldest, row.getLong(1), newest);
    }
  }

  /**
   * Records from a number on, encoded.
   *
   * @param bytes stops before the sum of lengths passes this, but gives at least one
   */
  public List<byte[]> from(Connection connection, long first, int bytes) throws SQLException {
    List<byte[]> bodies = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT number, body FROM outbox WHERE number >= ? ORDER BY number LIMIT "
                + RecordBatch.MOST)) {
      query.setLong(1, first);
      try (ResultSet rows = query.executeQuery()) {
        int sum = 0;
        while (rows.next()) {
          byte[] body = rows.getBytes(2);
          sum += body.length + 1;
          if (!bodies.isEmpty() && sum > bytes) {
            break;
          }
          bodies.add(body);
        }
      }
    }
    return bodies;
  }

  /** The record that was added last, if it is still kept. */
  public Optional<SiteRecord> newest(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery("SELECT body FROM outbox ORDER BY number DESC LIMIT 1")) {
      return row.next() ? Optional.of(codec.decodeRecord(row.getBytes(1))) : Optional.empty();
    }
  }

  /**
   * Tells records anew that the receiver does not have yet, from a number on.
   *
   * @return how many became different
   */
  public int retell(Connection writable, long first, UnaryOperator<SiteRecord> correction)
      throws SQLException {
    int changed = 0;
    try (PreparedStatement query =
            writable.prepareStatement(
                """
                SELECT number, body FROM outbox
                WHERE number >= ? AND number > (SELECT acknowledged FROM outbox_stream)
                """);
        PreparedStatement update =
            writable.prepareStatement("UPDATE outbox SET at = ?, body = ? WHERE number = ?")) {
      query.setLong(1, first);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          SiteRecord told = codec.decodeRecord(rows.getBytes(2));
          SiteRecord right = correction.apply(told);
          if (!right.equals(told)) {
            update.setLong(1, right.at().wall().toEpochMilli());
            update.setBytes(2, codec.encodeRecord(right));
            update.setLong(3, rows.getLong(1));
            update.addBatch();
            changed++;
          }
        }
      }
      int[] _ = update.executeBatch();
    }
    return changed;
  }

  /**
   * The receiver has everything up to this number; records older than {@code keep} that it has are
   * let go.
   *
   * @param upTo may be lower than before, when the receiver came back from a backup; beyond the
   *     newest number it changes nothing, see {@link #leap}
   */
  public void acknowledge(Connection writable, long upTo, Instant now, Duration keep)
      throws SQLException {
    try (PreparedStatement update =
        writable.prepareStatement(
            """
            UPDATE outbox_stream SET acknowledged = ?1 WHERE ?1 <= coalesce(
              (SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0)
            """)) {
      update.setLong(1, upTo);
      if (update.executeUpdate() == 0) {
        return;
      }
    }
    try (PreparedStatement delete =
        writable.prepareStatement(
            """
            DELETE FROM outbox WHERE number <= ? AND number <
              (SELECT coalesce((SELECT number FROM outbox WHERE at >= ? ORDER BY number LIMIT 1), ? + 1))
            """)) {
      delete.setLong(1, upTo);
      delete.setLong(2, now.minus(keep).toEpochMilli());
      delete.setLong(3, upTo);
      delete.executeUpdate();
    }
  }

  /**
   * Goes on from a number of the receiver that was never given here, because this file was replaced
   * by an older copy of itself. What it does not know to be received gets the numbers after that
   * one: under its own, the receiver would take it for repeats. Records that were under way when
   * the copy was made may then arrive twice.
   *
   * @param upTo beyond the newest number
   * @return how many records got new numbers
   */
  public long leap(Connection writable, long upTo) throws SQLException {
    Extent before = extent(writable);
    if (upTo <= before.newest()) {
      throw new IllegalArgumentException(upTo + " was given here: " + before);
    }
    long shift = upTo - before.acknowledged();
    try (Statement statement = writable.createStatement()) {
      // numbers have no gaps, so what is below goes; the receiver has it
      statement.executeUpdate("DELETE FROM outbox WHERE number <= " + before.acknowledged());
      long moved = statement.executeUpdate("UPDATE outbox SET number = -number - " + shift);
      statement.executeUpdate("UPDATE outbox SET number = -number");
      statement.executeUpdate("DELETE FROM sqlite_sequence WHERE name = 'outbox'");
      statement.executeUpdate(
          "INSERT INTO sqlite_sequence (name, seq) VALUES ('outbox', " + (upTo + moved) + ")");
      statement.executeUpdate("UPDATE outbox_stream SET acknowledged = " + upTo);
      return moved;
    }
  }

  /**
   * @param oldest number of the oldest record kept; one more than {@code newest} when none is
   * @param acknowledged highest number that the receiver has committed
   * @param newest number of the newest record; 0 before the first
   */
  public record Extent(long oldest, long acknowledged, long newest) {
    public long unsent() {
      return Math.max(0, newest - acknowledged);
    }
  }
}
