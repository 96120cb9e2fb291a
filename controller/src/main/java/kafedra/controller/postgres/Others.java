package kafedra.controller.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kafedra.controller.booking.Booking;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * What other writers do in the database. A notification says that there is something; what it is is
 * read from a mark on: the oldest transaction that was under way when last was read. So nothing is
 * missed that commits out of turn, and a notification that gets lost costs at most {@link #EVERY}.
 * For the writer's thread, before anything of ours is under way in the transaction.
 */
final class Others {
  /** Read without a notification after this. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  private static final String MARK = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text";
  private static final String SINCE =
      PostgresBookingStore.ROWS.all() + "WHERE b.changed_in >= ?::xid8 AND b.changed_by <> ?";

  /** Stands for nobody: then our own writing is read too. */
  private static final String NOBODY = "-";

  private final String writer;
  private String mark;
  private long readAt = System.nanoTime();
  private boolean due;
  private boolean ownToo;

  Others(Connection connection, String writer) throws SQLException {
    this.writer = writer;
    this.mark = mark(connection);
  }

  private static String mark(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(MARK)) {
      row.next();
      return row.getString(1);
    }
  }

  /** After the connection broke nothing is sure: neither what was heard, nor what we wrote. */
  void doubtAll() {
    due = true;
    ownToo = true;
  }

  /** Somebody else has written, or may have. */
  void suspect() {
    due = true;
  }

  /** Bookings that others wrote since it was last asked; some perhaps told before. */
  List<Booking> news(Connection connection) throws SQLException {
    if (!due && !heard(connection) && System.nanoTime() - readAt < EVERY.toNanos()) {
      return List.of();
    }
    String next = mark(connection);
    List<Booking> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(SINCE)) {
      query.setString(1, mark);
      query.setString(2, ownToo ? NOBODY : writer);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(PostgresBookingStore.ROWS.booking(rows));
        }
      }
    }
    mark = next;
    readAt = System.nanoTime();
    due = false;
    ownToo = false;
    return found;
  }

  private static boolean heard(Connection connection) throws SQLException {
    PGConnection own = connection.unwrap(PGConnection.class);
    PGNotification[] heard = own.getNotifications();
    boolean others = false;
    for (PGNotification each : heard == null ? new PGNotification[0] : heard) {
      others |= each.getPID() != own.getBackendPID();
    }
    return others;
  }
}
