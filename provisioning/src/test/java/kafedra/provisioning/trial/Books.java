package kafedra.provisioning.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a kiosk wrote down and what the controller has of it, read from their databases beside them.
 */
public final class Books {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path kiosk;
  private final Path controller;

  /** A session as the controller keeps it; the end is empty while it runs. */
  public record SessionRow(
      String id, String person, long signedInMs, long activeMs, Optional<String> endReason) {}

  /**
   * @param kiosk its data folder
   * @param controller its data folder
   */
  public Books(Path kiosk, Path controller) {
    this.kiosk = database(kiosk);
    this.controller = database(controller);
  }

  private static Path database(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(".db")).findFirst().orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("no database in " + folder, unreadable);
    }
  }

  /** The kiosk's records by number: their types. */
  public Map<Long, String> written() {
    return query(
        kiosk,
        "SELECT number, body FROM outbox ORDER BY number",
        rows -> {
          Map<Long, String> types = new TreeMap<>();
          while (rows.next()) {
            JsonNode body = JSON.readTree(new String(rows.getBytes(2), StandardCharsets.UTF_8));
            types.put(rows.getLong(1), typeName(body.path("t").asString("?")));
          }
          return types;
        });
  }

  /** {@code session-started} on the wire is {@code SessionStarted} in the controller's table. */
  private static String typeName(String wire) {
    return Stream.of(wire.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** The controller's records of the kiosk's only stream by number: their types. */
  public Map<Long, String> taken() {
    return query(
        controller,
        "SELECT number, type FROM site_record ORDER BY stream, number",
        rows -> {
          Map<Long, String> types = new TreeMap<>();
          while (rows.next()) {
            String before = types.put(rows.getLong(1), rows.getString(2));
            if (before != null) {
              throw new IllegalStateException("record " + rows.getLong(1) + " was taken twice");
            }
          }
          return types;
        });
  }

  /** Streams the controller knows; one kiosk that keeps its database has one. */
  public int streams() {
    return query(
        controller,
        "SELECT count(*) FROM stream",
        rows -> {
          rows.next();
          return rows.getInt(1);
        });
  }

  public List<SessionRow> sessions() {
    return query(
        controller,
        "SELECT id, person, signed_in_ms, active_ms, reason FROM session ORDER BY started_at",
        rows -> {
          List<SessionRow> sessions = new ArrayList<>();
          while (rows.next()) {
            sessions.add(
                new SessionRow(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getLong(3),
                    rows.getLong(4),
                    Optional.ofNullable(rows.getString(5))));
          }
          return sessions;
        });
  }

  /** What to make of a query's rows. */
  private interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  private static <T> T query(Path file, String sql, Reading<T> reading) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return reading.of(rows);
    } catch (SQLException unreadable) {
      throw new IllegalStateException(file + " cannot be read", unreadable);
    }
  }
}
