package kafedra.bench.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What one kiosk owed and what its controller has, by code that knows the tables alone. */
public final class RecordAudit {
  private RecordAudit() {}

  /**
   * What was found.
   *
   * @param owed records in the kiosk's outbox
   * @param lost of these, numbers that the controller does not have
   * @param doubled sessions that were started twice in the outbox, and numbers that came twice
   * @param unknown acknowledged sessions that the controller does not have
   */
  public record Found(long owed, long lost, long doubled, long unknown) {}

  /**
   * @param acknowledged ids of sessions whose start the kiosk answered with success
   */
  public static Found of(Path kioskData, Path controllerData, Collection<String> acknowledged)
      throws SQLException {
    try (Connection kiosk = open(kioskData.resolve("kiosk.db"));
        Connection controller = open(controllerData.resolve("controller.db"))) {
      Set<String> owed = texts(kiosk, "SELECT number FROM outbox");
      Set<String> taken = texts(controller, "SELECT DISTINCT number FROM site_record");
      Set<String> sessions = texts(controller, "SELECT id FROM session");
      Set<String> lost = new HashSet<>(owed);
      lost.removeAll(taken);
      long twiceStarted =
          number(
              kiosk,
              """
              SELECT count(*) - count(DISTINCT json_extract(CAST(body AS TEXT), '$.session'))
              FROM outbox WHERE json_extract(CAST(body AS TEXT), '$.t') = 'session-started'
              """);
      long twiceTaken =
          number(controller, "SELECT count(*) - count(DISTINCT number) FROM site_record");
      long unknown = acknowledged.stream().filter(it -> !sessions.contains(it)).count();
      return new Found(owed.size(), lost.size(), twiceStarted + twiceTaken, unknown);
    }
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static Set<String> texts(Connection database, String sql) throws SQLException {
    Set<String> found = new HashSet<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static long number(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
