package kafedra.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.WriterRoom;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.postgres.PostgresAddress;
import kafedra.controller.postgres.PostgresBookingStore;
import kafedra.controller.postgres.PostgresReaders;
import kafedra.controller.postgres.PostgresWriter;
import kafedra.controller.postgres.Reconnecting;
import kafedra.controller.sqlite.Migrations;
import kafedra.controller.sqlite.SqliteBookingStore;

/** Where the bookings of a measurement are kept, by name, so that one figure fits every store. */
public sealed interface TrialStore extends AutoCloseable {
  int READERS = 4;

  /** Which stores there are, and what an audit that knows the tables alone must know of each. */
  enum Kind {
    SQLITE("key", "%s"),
    POSTGRES("id", "(extract(epoch FROM %s) * 1000)::bigint");

    private final String seatOf;
    private final String millis;

    Kind(String seatOf, String millis) {
      this.seatOf = seatOf;
      this.millis = millis;
    }

    /** The column of {@code booking} that its seats name. */
    String seatOf() {
      return seatOf;
    }

    /** A column's moment in milliseconds since 1970. */
    String millis(String column) {
      return millis.formatted(column);
    }
  }

  BookingStore bookings();

  @Override
  void close();

  /**
   * Starts what must run for as long as stores are opened in the folder; it outlives each of those
   * who open one.
   */
  static TrialServer serve(Kind kind, Path folder) {
    return switch (kind) {
      case SQLITE -> TrialServer.NONE;
      case POSTGRES -> TrialServer.OfPostgres.start(folder);
    };
  }

  /** Opens the store of a folder, made anew where it is missing. */
  static TrialStore open(Kind kind, Path folder) {
    return switch (kind) {
      case SQLITE -> InSqlite.open(path(folder));
      case POSTGRES -> InPostgres.open(TrialServer.OfPostgres.address(folder));
    };
  }

  /** What a controller must be told to keep its bookings there. */
  static List<String> settings(Kind kind, Path folder) throws IOException {
    return switch (kind) {
      case SQLITE -> List.of();
      case POSTGRES -> {
        PostgresAddress address = TrialServer.OfPostgres.address(folder);
        Path secret = folder.resolve("schedule.secret");
        Files.writeString(secret, address.secret().value());
        yield List.of(
            "--schedule=" + address.url(),
            "--schedule-user=" + address.user(),
            "--schedule-secret-file=" + secret);
      }
    };
  }

  private static Path path(Path folder) {
    return folder.resolve("controller.db");
  }

  /** A connection that shares nothing with the product, for whoever checks it. */
  static Connection connect(Kind kind, Path folder) throws SQLException {
    return switch (kind) {
      case SQLITE -> DriverManager.getConnection("jdbc:sqlite:" + path(folder));
      case POSTGRES -> {
        PostgresAddress address = TrialServer.OfPostgres.address(folder);
        yield DriverManager.getConnection(address.url(), address.user(), address.secret().value());
      }
    };
  }

  /** In a file. */
  record InSqlite(SqliteFile file, SqliteWriter writer, SqliteReaders readers)
      implements TrialStore {
    private static InSqlite open(Path path) {
      SqliteFile file = SqliteFile.open(path, Migrations.class, Migrations.ALL);
      return new InSqlite(
          file,
          new SqliteWriter(file, "bench-writer", WriterRoom.SERVER),
          new SqliteReaders(file, READERS));
    }

    @Override
    public BookingStore bookings() {
      return new SqliteBookingStore(readers, writer);
    }

    @Override
    public void close() {
      writer.close();
      readers.close();
      file.close();
    }
  }

  /** In a server. */
  record InPostgres(PostgresWriter writer, PostgresReaders readers) implements TrialStore {
    private static InPostgres open(PostgresAddress address) {
      return new InPostgres(
          new PostgresWriter(address, Reconnecting.USUAL), new PostgresReaders(address, READERS));
    }

    @Override
    public BookingStore bookings() {
      return new PostgresBookingStore(readers, writer);
    }

    @Override
    public void close() {
      writer.close();
      readers.close();
    }
  }
}
