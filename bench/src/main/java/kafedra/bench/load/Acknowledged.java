package kafedra.bench.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was acknowledged, as heard from a program's output, and whether a database has it. It knows
 * the tables and nothing of the program.
 */
public final class Acknowledged {
  private record Known(int version, String text) {}

  private final Map<String, Known> bookings = new HashMap<>();
  private final Map<String, Integer> kinds = new TreeMap<>();
  private long operations;

  /** One line: the kind of operation and what stands since, see {@link ContendingStaff#text}. */
  public synchronized void hear(String line) {
    int space = line.indexOf(' ');
    kinds.merge(line.substring(0, space), 1, Integer::sum);
    operations++;
    if (space + 1 < line.length()) {
      for (String text : line.substring(space + 1).split("\\|", -1)) {
        String[] fields = text.split(",", 3);
        int version = Integer.parseInt(fields[1]);
        bookings.merge(
            fields[0],
            new Known(version, text),
            (before, now) -> before.version() >= now.version() ? before : now);
      }
    }
  }

  public synchronized long operations() {
    return operations;
  }

  public synchronized int count() {
    return bookings.size();
  }

  /** How often each kind of operation came to an answer. */
  public synchronized Map<String, Integer> kinds() {
    return new TreeMap<>(kinds);
  }

  /**
   * Acknowledged bookings that the database does not have as they were acknowledged, nor in a later
   * version.
   */
  public synchronized List<String> lost(TrialStore.Kind kind, Connection database)
      throws SQLException {
    Map<String, Known> there = new HashMap<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT b.id, b.version, b.status, b.lab, %s, %s,
                  (SELECT string_agg(s.workstation, ' ' ORDER BY s.place) FROM booking_seat s
                   WHERE s.booking = b.%s) AS seats
                FROM booking b
                """
                    .formatted(kind.millis("b.starts"), kind.millis("b.ends"), kind.seatOf()))) {
      while (rows.next()) {
        List<String> fields = new ArrayList<>();
        for (int column = 1; column <= 7; column++) {
          fields.add(String.valueOf(rows.getString(column)));
        }
        there.put(fields.getFirst(), new Known(rows.getInt(2), String.join(",", fields)));
      }
    }
    List<String> lost = new ArrayList<>();
    bookings.forEach((id, known) -> {
      Known kept = there.get(id);
      boolean same = kept != null && kept.version() == known.version();
      if (kept == null || kept.version() < known.version()) {
        lost.add(known.text() + " is lost, there is " + kept);
      } else if (same && !kept.text().equals(known.text())) {
        lost.add(known.text() + " is another one, " + kept);
      }
    });
    return lost;
  }
}
