package kafedra.contract.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A SQLite database of one program: locked against a second program, migrated, and durable at every
 * commit (WAL with {@code synchronous=FULL}; over simulated power cuts FULL lost no committed row
 * while NORMAL did).
 */
public final class SqliteFile implements AutoCloseable {
  private static final int PRIMARY_CODE = 0xFF;

  private final Path path;
  private final FileChannel lockChannel;
  private final FileLock lock;
  private volatile boolean damaged;

  private SqliteFile(Path path, FileChannel lockChannel, FileLock lock) {
    this.path = path;
    this.lockChannel = lockChannel;
    this.lock = lock;
  }

  /**
   * Opens the file, makes it where it is missing, and brings it to the newest schema.
   *
   * @param owner whose class loader holds the migrations
   * @param migrations resource names such as {@code db/001-sessions.sql} relative to {@code owner},
   *     in their order; each runs once
   * @throws StoreException if another program has the file open, it is newer than this program, or
   *     it cannot be read
   */
  public static SqliteFile open(Path path, Class<?> owner, List<String> migrations) {
    Path lockPath = path.resolveSibling(path.getFileName() + ".lock");
    FileChannel channel = null;
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      channel = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new StoreException(
            "The database "
                + path
                + " is in use by another program. Nothing was changed. Maybe this program already"
                + " runs; stop it first.");
      }
      SqliteFile file = new SqliteFile(path, channel, lock);
      try {
        file.migrate(owner, migrations);
      } catch (StoreException | SQLException failed) {
        file.close();
        throw failed instanceof StoreException known
            ? known
            : new StoreException("Cannot open " + path, failed);
      }
      return file;
    } catch (IOException failed) {
      throw new StoreException(
          "Cannot open " + path + ". Maybe the folder is not writable or the disk is full.",
          failed);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      return null;
    }
  }

  /** Whether a failure says that the file itself is damaged, and not that it cannot be used now. */
  public static boolean isDamage(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLiteException sqlite) {
        int code = sqlite.getResultCode().code & PRIMARY_CODE;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code
            || code == SQLiteErrorCode.SQLITE_NOTADB.code;
      }
    }
    return false;
  }

  /** Notes a failure of this file, for whoever asks whether it is damaged. */
  void failed(Throwable failure) {
    damaged |= isDamage(failure);
  }

  /** Whether the file was found damaged while it was used. Whoever opens it next sees it too. */
  public boolean isDamaged() {
    return damaged;
  }

  /**
   * Opens a connection that may write. One program has one of these, inside its {@link
   * SqliteWriter}.
   */
  Connection openWriter(WriterRoom room) throws SQLException {
    SQLiteConfig config = baseConfig();
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setCacheSize(-room.cacheKib());
    // what a piece of work would need to be undone alone; else it is written to a file for each
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    // the driver would ask for the new row's number after each insert
    config.setGetGeneratedKeys(false);
    Connection writer = connect(config);
    try (Statement pragma = writer.createStatement()) {
      pragma.execute("PRAGMA wal_autocheckpoint = " + room.pagesOfLog());
    }
    return writer;
  }

  /**
   * Opens a connection that cannot write; it sees the last commit at the start of each of its
   * transactions.
   */
  public Connection openReader() throws SQLException {
    SQLiteConfig config = baseConfig();
    config.enforceForeignKeys(false);
    Connection reader = connect(config);
    try (Statement pragma = reader.createStatement()) {
      pragma.execute("PRAGMA query_only = 1");
    }
    return reader;
  }

  public Path path() {
    return path;
  }

  private static SQLiteConfig baseConfig() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(5_000);
    return config;
  }

  private Connection connect(SQLiteConfig config) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + path);
    return source.getConnection();
  }

  private void migrate(Class<?> owner, List<String> migrations) throws SQLException {
    try (Connection connection = openWriter(WriterRoom.SMALL);
        Statement statement = connection.createStatement()) {
      int done = userVersion(statement);
      if (done > migrations.size()) {
        throw new StoreException(
            path
                + " has schema "
                + done
                + ", which is newer than this program's "
                + migrations.size()
                + ". Nothing was changed. Maybe an older program was installed over a newer one.");
      }
      for (int next = done; next < migrations.size(); next++) {
        connection.setAutoCommit(false);
        statement.executeUpdate(text(owner, migrations.get(next)));
        statement.executeUpdate("PRAGMA user_version = " + (next + 1));
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
  }

  private static int userVersion(Statement statement) throws SQLException {
    try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
      version.next();
      return version.getInt(1);
    }
  }

  private static String text(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "migration " + resource + " is not beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read migration " + resource, broken);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      lockChannel.close();
    } catch (IOException ignored) {
      // the operating system lets the lock go when the process ends
    }
  }
}
