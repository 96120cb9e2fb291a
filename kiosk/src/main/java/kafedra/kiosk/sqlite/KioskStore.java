package kafedra.kiosk.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the kiosk's database. One that is damaged is set aside as it is, and a new one takes its
 * place with all that could be read of the old. A kill between any two steps loses nothing: the new
 * one is finished before the old one makes room.
 *
 * @param files opens a file and brings it to the newest schema
 * @param writers opens the writer of a file
 */
public record KioskStore(
    Function<Path, SqliteFile> files, Function<SqliteFile, SqliteWriter> writers) {
  /** Damaged databases that are kept beside the new one; the disk is small. */
  static final int KEPT = 3;

  private static final Logger log = LoggerFactory.getLogger(KioskStore.class);

  /**
   * @param salvage what was taken over from a damaged database; empty when it was sound
   */
  public record Opened(SqliteFile file, Optional<Salvage> salvage) {}

  /**
   * What was read of a damaged database.
   *
   * @param aside where it is kept
   * @param records that were not sent yet and could be read
   * @param lost records that were not sent yet and could not
   */
  public record Salvage(Path aside, long records, long lost) {}

  /**
   * Opens or makes it.
   *
   * @throws StoreException if another program has it open, it is newer than this program, or the
   *     disk cannot be used
   */
  public Opened open(Path path) {
    Path rebuilt = path.resolveSibling(path.getFileName() + ".rebuilt");
    try {
      finish(path, rebuilt);
      try {
        return new Opened(sound(path), Optional.empty());
      } catch (DamagedException damaged) {
        log.error("The database {} is damaged ({}); it is made anew", path, damaged.getMessage());
        Salvage salvage = rebuild(path, rebuilt);
        return new Opened(sound(path), Optional.of(salvage));
      }
    } catch (IOException failed) {
      throw new StoreException("Cannot set the damaged " + path + " aside.", failed);
    } catch (DamagedException twice) {
      throw new StoreException(
          path + " was made anew and is damaged again. Maybe the card is worn out; replace it.",
          twice);
    }
  }

  private static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(String what) {
      super(what);
    }
  }

  private SqliteFile sound(Path path) throws DamagedException {
    SqliteFile file;
    try {
      file = files.apply(path);
    } catch (StoreException failed) {
      if (SqliteFile.isDamage(failed)) {
        throw new DamagedException(String.valueOf(failed.getCause()));
      }
      throw failed;
    }
    String found = check(file);
    if (!found.equals("ok")) {
      file.close();
      throw new DamagedException(found);
    }
    return file;
  }

  private static String check(SqliteFile file) {
    try (Connection connection = file.openReader();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
      return row.next() ? row.getString(1) : "no answer";
    } catch (SQLException failed) {
      return String.valueOf(failed.getMessage());
    }
  }

  private Salvage rebuild(Path path, Path rebuilt) throws IOException {
    removeWithWal(rebuilt);
    Path copy = path.resolveSibling(path.getFileName() + ".reading");
    copyWithWal(path, copy);
    SalvagedRows.Count count;
    try (SqliteFile fresh = files.apply(rebuilt);
        SqliteWriter writer = writers.apply(fresh)) {
      count = writer.write(connection -> SalvagedRows.takeOver(copy, connection));
    }
    removeWithWal(copy);
    Path aside = place(path);
    moveWithWal(path, aside);
    finish(path, rebuilt);
    log.warn(
        "{} unsent records were taken over, {} could not be read; the damaged database is {}",
        count.records(),
        count.lost(),
        aside);
    return new Salvage(aside, count.records(), count.lost());
  }

  /** The last step; also of a rebuilding that was killed before it. */
  private static void finish(Path path, Path rebuilt) throws IOException {
    if (Files.notExists(path) && Files.exists(rebuilt)) {
      Files.deleteIfExists(beside(path, "-wal"));
      Files.deleteIfExists(beside(path, "-shm"));
      Files.move(rebuilt, path, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(beside(rebuilt, ".lock"));
    }
  }

  /** The first free place; the last one is used again when all are taken. */
  private static Path place(Path path) throws IOException {
    for (int number = 1; number < KEPT; number++) {
      Path place = beside(path, ".damaged-" + number);
      if (Files.notExists(place)) {
        return place;
      }
    }
    Path last = beside(path, ".damaged-" + KEPT);
    removeWithWal(last);
    return last;
  }

  private static Path beside(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  private static void copyWithWal(Path from, Path to) throws IOException {
    removeWithWal(to);
    Files.copy(from, to);
    if (Files.exists(beside(from, "-wal"))) {
      Files.copy(beside(from, "-wal"), beside(to, "-wal"));
    }
  }

  private static void moveWithWal(Path from, Path to) throws IOException {
    if (Files.exists(beside(from, "-wal"))) {
      Files.move(beside(from, "-wal"), beside(to, "-wal"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.deleteIfExists(beside(from, "-shm"));
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void removeWithWal(Path path) throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(beside(path, "-wal"));
    Files.deleteIfExists(beside(path, "-shm"));
  }
}
