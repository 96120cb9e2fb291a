package kafedra.bench.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kafedra.contract.config.SecretText;
import kafedra.controller.postgres.PostgresAddress;

/** What a store of a measurement needs beside itself. */
public sealed interface TrialServer extends AutoCloseable {
  TrialServer NONE = new None();

  @Override
  void close();

  /** For stores that are files. */
  record None() implements TrialServer {
    @Override
    public void close() {}
  }

  /** A PostgreSQL of its own, with {@code fsync} and {@code synchronous_commit} on. */
  record OfPostgres(EmbeddedPostgres server) implements TrialServer {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    /** Starts one in the folder, and leaves a note there of where it is. */
    public static OfPostgres start(Path folder) {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setPGStartupWait(STARTS_WITHIN)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        Files.writeString(
            note(folder), "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres");
        return new OfPostgres(server);
      } catch (IOException failed) {
        throw new UncheckedIOException("PostgreSQL does not start", failed);
      }
    }

    private static Path note(Path folder) {
      return folder.resolve("postgres.url");
    }

    /** Where the server of the folder is; for any process. */
    public static PostgresAddress address(Path folder) {
      try {
        return new PostgresAddress(Files.readString(note(folder)), "postgres", new SecretText("-"));
      } catch (IOException unreadable) {
        throw new UncheckedIOException("no server was started in " + folder, unreadable);
      }
    }

    @Override
    public void close() {
      try {
        server.close();
      } catch (IOException failed) {
        throw new UncheckedIOException("PostgreSQL does not stop", failed);
      }
    }
  }
}
