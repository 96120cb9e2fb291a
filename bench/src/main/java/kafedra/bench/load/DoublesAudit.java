package kafedra.bench.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts double promises in a database by joining it with itself; it knows the tables alone. */
public final class DoublesAudit {
  private static final String PEOPLE =
      """
      WITH promised AS (
        SELECT id, person, starts, ends FROM booking
        WHERE person IS NOT NULL AND status IN ('HELD', 'CONFIRMED'))
      SELECT count(*) FROM promised a JOIN promised b ON a.person = b.person
        AND a.id < b.id AND a.starts < b.ends AND b.starts < a.ends
      """;

  private static final String LIVE =
      "SELECT count(*) FROM booking WHERE status IN ('HELD', 'CONFIRMED')";

  private DoublesAudit() {}

  /**
   * What was found.
   *
   * @param seats pairs of live bookings that overlap on one workstation
   * @param people pairs of live bookings that overlap for one person
   * @param live bookings that keep seats
   */
  public record Found(long seats, long people, long live) {}

  public static Found count(TrialStore.Kind kind, Connection database) throws SQLException {
    return new Found(
        number(
            database,
            """
            WITH promised AS (
              SELECT s.workstation, s.booking, b.starts, b.ends FROM booking_seat s
              JOIN booking b ON b.%s = s.booking WHERE b.status IN ('HELD', 'CONFIRMED'))
            SELECT count(*) FROM promised a JOIN promised b ON a.workstation = b.workstation
              AND a.booking < b.booking AND a.starts < b.ends AND b.starts < a.ends
            """
                .formatted(kind.seatOf())),
        number(database, PEOPLE),
        number(database, LIVE));
  }

  private static long number(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
