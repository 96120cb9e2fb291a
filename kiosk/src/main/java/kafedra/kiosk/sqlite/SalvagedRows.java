package kafedra.kiosk.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a damaged database row by row: where one page is gone, the rows of the others are still
 * there. The replica comes too, so that a building whose line is cut goes on, but without its
 * version: the controller sends all of it anew.
 */
final class SalvagedRows {
  /** Tables beside the outbox, each of which is read alone. */
  private static final List<String> TABLES =
      List.of(
          "session",
          "ticket",
          "attempts",
          "booking_request",
          "command",
          "boot",
          "replica",
          "used_code",
          "seat_service",
          "mood");

  /** Stands where a record cannot be read, so that the numbers of the stream stay whole. */
  static final byte[] LOST = "{\"t\":\"lost\"}".getBytes(StandardCharsets.UTF_8);

  /** How far rows are looked for by their numbers when nobody knows the last one. */
  private static final long BEYOND = 20_000;

  /**
   * @param records unsent ones that were taken over
   * @param lost unsent ones that were not
   */
  record Count(long records, long lost) {}

  private final Connection damaged;
  private final Connection fresh;

  private SalvagedRows(Connection damaged, Connection fresh) {
    this.damaged = damaged;
    this.fresh = fresh;
  }

  /**
   * @param damaged is written to where SQLite recovers its log: give a copy
   */
  static Count takeOver(Path damaged, Connection fresh) throws SQLException {
    try (Connection source = DriverManager.getConnection("jdbc:sqlite:" + damaged);
        Statement lenient = source.createStatement()) {
      // without it SQLite reads nothing at all of a file that was cut off
      lenient.execute("PRAGMA writable_schema = ON");
      SalvagedRows rows = new SalvagedRows(source, fresh);
      for (String table : TABLES) {
        rows.copy(table);
      }
      return rows.outbox();
    }
  }

  private void copy(String table) throws SQLException {
    Set<String> columns = columns(fresh, table);
    columns.retainAll(columns(damaged, table));
    if (columns.isEmpty()) {
      return;
    }
    String names = String.join(", ", columns);
    String marks = "?, ".repeat(columns.size() - 1) + "?";
    try (PreparedStatement insert =
        fresh.prepareStatement(
            "INSERT OR IGNORE INTO " + table + " (" + names + ") VALUES (" + marks + ")")) {
      long last = last("SELECT max(rowid) FROM " + table).orElse(BEYOND);
      try (PreparedStatement row =
          damaged.prepareStatement("SELECT " + names + " FROM " + table + " WHERE rowid = ?")) {
        for (long number = 1; number <= last; number++) {
          if (read(row, number, columns.size(), insert)) {
            insert.executeUpdate();
          }
        }
      } catch (SQLException unreadable) {
        // the schema names the table, and not even its root can be read
      }
    }
  }

  /** Reads one row into the parameters of a statement, and says whether it could. */
  private static boolean read(
      PreparedStatement row, long number, int columns, PreparedStatement insert)
      throws SQLException {
    List<Object> values = new ArrayList<>(columns);
    try {
      row.setLong(1, number);
      try (ResultSet found = row.executeQuery()) {
        if (!found.next()) {
          return false;
        }
        for (int i = 1; i <= columns; i++) {
          values.add(Optional.ofNullable(found.getObject(i)));
        }
      }
    } catch (SQLException unreadable) {
      return false; // its page is damaged; the next may lie on another
    }
    for (int i = 0; i < columns; i++) {
      insert.setObject(i + 1, ((Optional<?>) values.get(i)).orElse(null));
    }
    return true;
  }

  private static Set<String> columns(Connection connection, String table) {
    Set<String> names = new LinkedHashSet<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("PRAGMA table_info(" + table + ")")) {
      while (row.next()) {
        names.add(row.getString("name"));
      }
    } catch (SQLException unreadable) {
      names.clear();
    }
    return names;
  }

  private Optional<Long> last(String sql) {
    try (Statement query = damaged.createStatement();
        ResultSet row = query.executeQuery(sql)) {
      long value = row.next() ? row.getLong(1) : 0;
      return row.wasNull() ? Optional.of(0L) : Optional.of(value);
    } catch (SQLException unreadable) {
      return Optional.empty();
    }
  }

  private Count outbox() throws SQLException {
    Optional<Long> newest = last("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'");
    Optional<Long> acknowledged = last("SELECT acknowledged FROM outbox_stream");
    Optional<String> epoch = epoch();
    long last = newest.orElse(BEYOND);
    long first = acknowledged.orElse(0L) + 1;
    return newest.isPresent() && acknowledged.isPresent() && epoch.isPresent()
        ? sameStream(epoch.get(), first, last)
        : newStream(first, last, newest.isPresent());
  }

  private Optional<String> epoch() {
    try (Statement query = damaged.createStatement();
        ResultSet row = query.executeQuery("SELECT epoch FROM outbox_stream")) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    } catch (SQLException unreadable) {
      return Optional.empty();
    }
  }

  /** Goes on under the same numbers, so that what was under way is not taken twice. */
  private Count sameStream(String epoch, long first, long last) throws SQLException {
    try (PreparedStatement stream =
        fresh.prepareStatement(
            "INSERT INTO outbox_stream (only, epoch, acknowledged) VALUES (1, ?, ?)")) {
      stream.setString(1, epoch);
      stream.setLong(2, first - 1);
      stream.executeUpdate();
    }
    long lost = 0;
    for (long number = first; number <= last; number++) {
      if (!copyRecord(number, "INSERT INTO outbox (at, body, number) VALUES (?, ?, ?)")) {
        keepPlace(number);
        lost++;
      }
    }
    if (first > last) {
      sequenceIs(last);
    }
    return new Count(last - first + 1 - lost, lost);
  }

  private void keepPlace(long number) throws SQLException {
    try (PreparedStatement place =
        fresh.prepareStatement("INSERT INTO outbox (number, at, body) VALUES (?, 0, ?)")) {
      place.setLong(1, number);
      place.setBytes(2, LOST);
      place.executeUpdate();
    }
  }

  private void sequenceIs(long last) throws SQLException {
    try (Statement statement = fresh.createStatement()) {
      statement.executeUpdate("DELETE FROM sqlite_sequence WHERE name = 'outbox'");
      statement.executeUpdate(
          "INSERT INTO sqlite_sequence (name, seq) VALUES ('outbox', " + last + ")");
    }
  }

  /** Where the old numbers cannot be had: what was under way may arrive twice, and nothing less. */
  private Count newStream(long first, long last, boolean lastIsKnown) throws SQLException {
    long taken = 0;
    for (long number = first; number <= last; number++) {
      taken += copyRecord(number, "INSERT INTO outbox (at, body) VALUES (?, ?)") ? 1 : 0;
    }
    return new Count(taken, lastIsKnown ? last - first + 1 - taken : 1);
  }

  /**
   * @param sql takes the time, the body and, third, the number if it wants it
   */
  private boolean copyRecord(long number, String sql) throws SQLException {
    try (PreparedStatement insert = fresh.prepareStatement(sql);
        PreparedStatement row =
            damaged.prepareStatement("SELECT at, body FROM outbox WHERE number = ?")) {
      if (!read(row, number, 2, insert)) {
        return false;
      }
      if (insert.getParameterMetaData().getParameterCount() == 3) {
        insert.setLong(3, number);
      }
      return insert.executeUpdate() == 1;
    } catch (SQLException unreadable) {
      return false; // not even the table's root can be read
    }
  }
}
