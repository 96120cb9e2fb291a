package kafedra.controller.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import kafedra.contract.config.SecretText;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is and who we are there.
 *
 * @param url as the driver reads it: {@code jdbc:postgresql://HOST:PORT/DATABASE}
 */
public record PostgresAddress(String url, String user, SecretText secret) {
  public static final String SCHEME = "jdbc:postgresql:";

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** After so long without a word of the server the connection counts as broken. */
  static final Duration SILENCE = Duration.ofSeconds(20);

  /** A controller that was cut off lets go of its locks after this. */
  private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(10);

  /** How long a statement waits for what another controller is just writing. */
  private static final Duration LOCK = Duration.ofSeconds(3);

  public PostgresAddress {
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "«" + url + "» is not of the form " + SCHEME + "//HOST/DATABASE");
    }
  }

  /**
   * @param name by which the database's administrator sees the connections
   */
  PGSimpleDataSource source(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(secret.value());
    source.setApplicationName(name);
    source.setConnectTimeout((int) CONNECT.toSeconds());
    source.setLoginTimeout((int) CONNECT.toSeconds());
    source.setSocketTimeout((int) SILENCE.toSeconds());
    source.setTcpKeepAlive(true);
    return source;
  }

  /** A connection whose commits are on the disk when they return, whatever the server's default. */
  Connection openWriter(String name) throws SQLException {
    Connection connection = source(name).getConnection();
    try (Statement settings = connection.createStatement()) {
      settings.execute(
          "SET synchronous_commit = on; SET lock_timeout = %d; SET idle_in_transaction_session_timeout = %d"
              .formatted(LOCK.toMillis(), IDLE_IN_TRANSACTION.toMillis()));
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }
}
