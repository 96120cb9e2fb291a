package kafedra.controller.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import kafedra.contract.config.SecretText;
import org.jspecify.annotations.Nullable;

/**
 * A real server, one for all tests of a run, and a database of its own for each folder of a test.
 */
public final class PostgresOfTests {
  private static @Nullable EmbeddedPostgres server;

  private PostgresOfTests() {}

  private static synchronized EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        running =
            EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("synchronous_commit", "on")
                .start();
      } catch (IOException failed) {
        throw new UncheckedIOException("PostgreSQL does not start", failed);
      }
      server = running;
    }
    return running;
  }

  /** The database that belongs to the folder; made on the first time. */
  public static PostgresAddress database(Path folder) {
    Path note = folder.resolve("postgres.database");
    try {
      if (!Files.exists(note)) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server().getPostgresDatabase().getConnection();
            Statement create = connection.createStatement()) {
          create.execute("CREATE DATABASE " + name);
        }
        Files.writeString(note, name);
      }
      return address(server().getPort(), Files.readString(note));
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException("no database for " + folder, failed);
    }
  }

  static PostgresAddress address(int port, String database) {
    return new PostgresAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", new SecretText("-"));
  }
}
