package kafedra.controller.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kafedra.contract.sqlite.StoreException;
import kafedra.controller.booking.Booking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer's connection. It is opened anew when it broke; and when it broke during a commit, the
 * database is asked what became of it: each commit of this run has a number that is written with
 * it. For the writer's thread.
 */
final class WriterLink {
  private static final Logger log = LoggerFactory.getLogger(WriterLink.class);

  private static final String AWAY =
      "Nothing was kept: the schedule's database cannot be reached. Try again in a moment.";

  private static final String BUSY =
      "Nothing was kept: another controller writes in the schedule's database for a long time. Try"
          + " again in a moment.";

  /** Rows of runs that ended long ago are cleared away. */
  private static final String FORGET =
      "DELETE FROM booking_writer WHERE seen < now() - interval '90 days'";

  private static final String ENTER = "INSERT INTO booking_writer VALUES (?, 0, now())";

  /** What a broken connection of ours left under way on the server must not commit any more. */
  private static final String END_BROKEN =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = ? AND pid <> pg_backend_pid() AND usename = current_user
      """;

  /** Waits for the end of what was under way, which holds the row. */
  private static final String COMMITTED =
      "SELECT committed FROM booking_writer WHERE id = ? FOR UPDATE";

  private final PostgresAddress address;
  private final Reconnecting strategy;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final String id = UUID.randomUUID().toString();
  private final Others others;
  private @Nullable Connection connection;
  private long committed;
  private int failures;
  private long nextTry;

  /**
   * Connects and brings the schema up to date.
   *
   * @throws StoreException if the database cannot be reached or used
   */
  WriterLink(PostgresAddress address, Reconnecting strategy) {
    this.address = address;
    this.strategy = strategy;
    try {
      Connection first = address.openWriter(name());
      connection = first;
      Migrations.run(first);
      try (Statement forget = first.createStatement();
          PreparedStatement enter = first.prepareStatement(ENTER)) {
        forget.executeUpdate(FORGET);
        enter.setString(1, id);
        enter.executeUpdate();
      }
      others = new Others(first, id);
      prepare(first);
    } catch (SQLException failed) {
      close();
      throw new StoreException(
          "The schedule's database %s cannot be used as %s: %s Maybe the server is not running, or an"
                  .formatted(address.url(), address.user(), sentence(failed))
              + " administrator must create the extension btree_gist in the database first.",
          failed);
    } catch (StoreException failed) {
      close();
      throw failed;
    }
  }

  private static String sentence(SQLException failed) {
    String message = String.valueOf(failed.getMessage()).strip();
    return message.endsWith(".") ? message : message + ".";
  }

  private String name() {
    return "kafedra writer " + id;
  }

  private void prepare(Connection fresh) throws SQLException {
    try (PreparedStatement own =
            fresh.prepareStatement("SELECT set_config('kafedra.writer', ?, false)");
        Statement listen = fresh.createStatement()) {
      own.setString(1, id);
      own.execute();
      listen.execute("LISTEN kafedra_booking");
    }
    fresh.setAutoCommit(false);
  }

  /**
   * The connection, opened anew if it broke and it is time to try.
   *
   * @throws StoreException if there is none
   */
  private Connection connection() {
    Connection open = connection;
    if (open != null) {
      return open;
    }
    if (System.nanoTime() - nextTry < 0) {
      throw new StoreException(AWAY);
    }
    try {
      return connect();
    } catch (SQLException failed) {
      throw away(failed);
    }
  }

  private static StoreException away(SQLException reason) {
    return new StoreException(AWAY + " " + sentence(reason), reason);
  }

  private Connection connect() throws SQLException {
    Connection fresh = null;
    try {
      fresh = address.openWriter(name());
      prepare(fresh);
      try (PreparedStatement end = fresh.prepareStatement(END_BROKEN)) {
        end.setString(1, name());
        end.execute();
      }
      committed = stored(fresh);
      fresh.commit();
    } catch (SQLException | StoreException failed) {
      failures++;
      nextTry = System.nanoTime() + strategy.rest(failures).toNanos();
      quietlyClose(fresh);
      throw failed;
    }
    log.info("the schedule's database is there again, after {} failed attempts", failures);
    failures = 0;
    others.doubtAll();
    connection = fresh;
    return fresh;
  }

  /** How many groups of this run the database has committed. */
  private long stored(Connection fresh) throws SQLException {
    try (PreparedStatement query = fresh.prepareStatement(COMMITTED)) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        long stored = row.next() ? row.getLong(1) : -1;
        if (stored < committed) {
          throw new StoreException(
              "Nothing was kept: the schedule's database lacks what this controller has committed"
                  + " in it. Maybe it was restored from a backup; restart the controller.");
        }
        return stored;
      }
    }
  }

  /** Tries to be connected, so that work begins only when it can be written. */
  void ready() {
    Connection _ = connection();
  }

  /** What others have written. */
  List<Booking> news() {
    Connection open = connection();
    try {
      List<Booking> news = others.news(open);
      open.commit();
      return news;
    } catch (SQLException failed) {
      lose(open, failed);
      throw away(failed);
    }
  }

  /**
   * Keeps others from writing until the commit or {@link #release}, and reads what they have
   * written, so that nothing of theirs can be in the way of what is written next.
   */
  List<Booking> takeTurn() {
    Connection open = connection();
    try (Statement wait = open.createStatement()) {
      wait.execute(Ledger.HEAD);
      others.suspect();
      return others.news(open);
    } catch (SQLException failed) {
      if (SqlState.isWorthAnotherTry(failed)) {
        abandon(open);
        throw new StoreException(BUSY, failed);
      }
      lose(open, failed);
      throw away(failed);
    }
  }

  /** Gives up the turn that was taken, with nothing written in it. */
  void release() {
    Connection open = connection;
    if (open != null) {
      abandon(open);
    }
  }

  /**
   * Writes and commits.
   *
   * @throws SQLException if nothing was kept
   * @throws kafedra.controller.booking.DoublePromiseException if nothing was kept because others
   *     have changed a booking
   * @throws StoreException if nothing was kept, or nobody knows; the message says which
   */
  void commit(Sum sum) throws SQLException {
    Connection open = connection();
    try {
      new Ledger(open, id).write(sum, committed + 1);
    } catch (SQLException | RuntimeException failed) {
      abandon(open);
      throw failed;
    }
    try {
      open.commit();
      committed++;
    } catch (SQLException failed) {
      if (SqlState.isSurelyUndone(failed)) {
        abandon(open);
        throw failed;
      }
      lose(open, failed);
      unlessKept(committed + 1, failed);
    }
  }

  /** Waits for the database's word on a commit whose answer never came. */
  private void unlessKept(long number, SQLException broken) throws SQLException {
    long deadline = System.nanoTime() + strategy.inDoubt().toNanos();
    while (System.nanoTime() - deadline < 0) {
      try {
        Connection _ = connect();
        if (committed >= number) {
          return;
        }
        throw new NothingKept(broken);
      } catch (NothingKept known) {
        throw known;
      } catch (SQLException still) {
        if (closing(strategy.rest(failures))) {
          break;
        }
      }
    }
    throw new StoreException(
        "The schedule's database broke off during a commit and is away: it is unknown whether the"
            + " work was kept. Look before you try again.",
        broken);
  }

  private static final class NothingKept extends SQLException {
    private static final long serialVersionUID = 1L;

    NothingKept(SQLException broken) {
      super("the connection broke before the commit: " + broken.getMessage(), broken);
    }
  }

  private boolean closing(Duration rest) {
    try {
      return closing.await(rest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void abandon(Connection open) {
    try {
      open.rollback();
    } catch (SQLException broken) {
      lose(open, broken);
    }
  }

  private void lose(Connection broken, SQLException reason) {
    log.warn("the connection to the schedule's database broke: {}", reason.getMessage());
    quietlyClose(broken);
    connection = null;
    nextTry = System.nanoTime();
  }

  private static void quietlyClose(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException ignored) {
      // it holds nothing that could be lost
    }
  }

  /** Ends a wait for the database; from any thread. */
  void hurry() {
    closing.countDown();
  }

  void close() {
    quietlyClose(connection);
  }
}
