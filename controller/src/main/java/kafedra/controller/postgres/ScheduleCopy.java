package kafedra.controller.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.StoreException;
import kafedra.controller.access.AuditChain;
import kafedra.controller.booking.Booking;
import kafedra.controller.sql.BookingRows;
import kafedra.controller.sql.ChainRows;
import kafedra.controller.sql.Times;

/**
 * Carries a schedule over from a controller's SQLite: all of it in one transaction, compared row by
 * row before it is committed. SQLite is only read. What was done to bookings goes over too, as new
 * entries of the chain here, the first of which names the last of the chain there.
 */
public final class ScheduleCopy {
  /** What is done with a schedule that is there already. */
  public enum Onto {
    /** It is left, and nothing is copied. */
    EMPTY,
    /** It is removed, its audit too. */
    ANYTHING
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * Everything is there.
     *
     * @param rows of each table, and of the audit
     */
    record Copied(Map<String, Long> rows) implements Outcome {}

    /** There is a schedule already; nothing was changed. */
    record NotEmpty(Map<String, Long> rows) implements Outcome {}

    /** Controllers are connected; nothing was changed. */
    record InUse(long controllers) implements Outcome {}
  }

  private static final String AUDIT = "audit";
  private static final String WHO = "kafedra";
  private static final String COPIED = "schedule-copied";
  private static final int FETCH = 1_000;

  private static final String CONTROLLERS =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND"
          + " application_name LIKE 'kafedra writer %'";

  private static final String NOTE =
      """
      INSERT INTO audit (number, at, actor, action, subject, detail, hash)
      SELECT * FROM unnest(
        ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
      """;

  private static final BookingRows FROM = new BookingRows("key", Times.MILLIS);
  private static final BookingRows TO = PostgresBookingStore.ROWS;
  private static final String IN_ORDER = " ORDER BY b.id";

  private final SqliteReaders from;
  private final PostgresAddress to;

  public ScheduleCopy(SqliteReaders from, PostgresAddress to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies; returns after the commit.
   *
   * @throws StoreException if it failed, and nothing was changed
   */
  public Outcome copy(Onto onto, Instant now) {
    return from.read(source -> {
      try (Connection target = to.openWriter("kafedra copy")) {
        Migrations.run(target);
        target.setAutoCommit(false);
        Outcome outcome = copy(source, target, onto, now);
        target.commit();
        return outcome;
      } catch (SQLException failed) {
        throw new StoreException(
            "The schedule was not copied, and nothing was changed: " + failed.getMessage(), failed);
      }
    });
  }

  private static Outcome copy(Connection source, Connection target, Onto onto, Instant now)
      throws SQLException {
    try (Statement lock = target.createStatement()) {
      Migrations.lock(lock);
    }
    long controllers = number(target, CONTROLLERS);
    if (controllers > 0) {
      return new Outcome.InUse(controllers);
    }
    Map<String, Long> there = counts(target);
    boolean empty = there.values().stream().allMatch(rows -> rows == 0);
    if (!empty && onto == Onto.EMPTY) {
      return new Outcome.NotEmpty(there);
    }
    clear(target);
    Map<String, Long> copied = new LinkedHashMap<>();
    for (CopiedTable table : CopiedTable.ALL) {
      copied.put(table.name(), table.copy(source, target));
    }
    copied.put(AUDIT, copyAudit(source, target, now));
    prove(source, target);
    return new Outcome.Copied(copied);
  }

  private static Map<String, Long> counts(Connection target) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (CopiedTable table : CopiedTable.ALL) {
      counts.put(table.name(), table.countTo(target));
    }
    counts.put(AUDIT, number(target, "SELECT count(*) FROM audit"));
    return counts;
  }

  private static void clear(Connection target) throws SQLException {
    try (Statement clear = target.createStatement()) {
      clear.execute(
          """
          ALTER TABLE audit DISABLE TRIGGER audit_stays;
          TRUNCATE series, booking, booking_seat, timetable_name, timetable, timetable_row,
            timetable_booking, clearance, clearance_booking, audit;
          ALTER TABLE audit ENABLE TRIGGER audit_stays
          """);
    }
  }

  private static long copyAudit(Connection source, Connection target, Instant now)
      throws SQLException {
    AuditChain.Head last = lastOf(source);
    List<AuditChain.Link> links = new ArrayList<>();
    links.add(
        AuditChain.Head.NONE.follow(
            now,
            WHO,
            COPIED,
            "",
            "from=sqlite; number=" + last.number() + "; hash=" + last.hash()));
    AuditChain.Head head = links.getLast().head();
    long copied = 0;
    try (PreparedStatement query = source.prepareStatement(ChainRows.ALL);
        ResultSet found = query.executeQuery();
        PreparedStatement note = target.prepareStatement(NOTE)) {
      while (found.next()) {
        if (FROM.act(found).isPresent()) {
          AuditChain.Entry old = ChainRows.link(found, Times.MILLIS).entry();
          links.add(head.follow(old.at(), old.actor(), old.action(), old.subject(), old.detail()));
          head = links.getLast().head();
        }
        if (links.size() >= FETCH) {
          copied += note(note, links);
        }
      }
      copied += note(note, links);
    }
    try (PreparedStatement update =
        target.prepareStatement("UPDATE audit_head SET number = ?, hash = ?")) {
      update.setLong(1, head.number());
      update.setString(2, head.hash());
      update.executeUpdate();
    }
    return copied;
  }

  private static AuditChain.Head lastOf(Connection source) throws SQLException {
    try (PreparedStatement query =
            source.prepareStatement("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? new AuditChain.Head(row.getLong(1), row.getString(2))
          : AuditChain.Head.NONE;
    }
  }

  private static int note(PreparedStatement note, List<AuditChain.Link> links) throws SQLException {
    int _ = Ledger.NOTED.set(note, 1, links);
    links.clear();
    return note.executeUpdate();
  }

  /** Reads both as the stores read them; the code that copied takes no part. */
  private static void prove(Connection source, Connection target) throws SQLException {
    for (CopiedTable table : CopiedTable.ALL) {
      agree(table.name(), table.countFrom(source), table.countTo(target));
    }
    try (PreparedStatement here = source.prepareStatement(FROM.all() + IN_ORDER);
        PreparedStatement there = target.prepareStatement(TO.all() + IN_ORDER)) {
      there.setFetchSize(FETCH);
      try (ResultSet one = here.executeQuery();
          ResultSet other = there.executeQuery()) {
        while (one.next() && other.next()) {
          Booking booking = FROM.booking(one);
          agree("booking " + booking.id(), booking, TO.booking(other));
        }
      }
    }
  }

  private static void agree(String what, Object here, Object there) {
    if (!here.equals(there)) {
      throw new StoreException(
          "The schedule was not copied, and nothing was changed: %s would be %s and not %s"
              .formatted(what, there, here));
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
