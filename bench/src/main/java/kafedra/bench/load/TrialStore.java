package kafedra.bench.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.sqlite.Migrations;
import kafedra.controller.sqlite.SqliteBookingStore;

/** Where the bookings of a measurement are kept, by name, so that one figure fits every store. */
public final class TrialStore implements AutoCloseable {
  private static final int READERS = 4;

  /** Which stores there are. */
  public enum Kind {
    SQLITE
  }

  private final SqliteFile file;
  private final SqliteWriter writer;
  private final SqliteReaders readers;

  private TrialStore(Path folder) {
    file = SqliteFile.open(path(folder), Migrations.class, Migrations.ALL);
    writer = new SqliteWriter(file, "bench-writer");
    readers = new SqliteReaders(file, READERS);
  }

  /** Opens the store of a folder, made anew where it is missing. */
  public static TrialStore open(Kind kind, Path folder) {
    return switch (kind) {
      case SQLITE -> new TrialStore(folder);
    };
  }

  private static Path path(Path folder) {
    return folder.resolve("controller.db");
  }

  public BookingStore bookings() {
    return new SqliteBookingStore(readers, writer);
  }

  /** A connection that shares nothing with the product, for whoever checks it. */
  public static Connection connect(Kind kind, Path folder) throws SQLException {
    return switch (kind) {
      case SQLITE -> DriverManager.getConnection("jdbc:sqlite:" + path(folder));
    };
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
    file.close();
  }
}
