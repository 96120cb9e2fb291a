package kafedra.contract.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SqliteWriterIT {
  @TempDir Path folder;
  private SqliteFile file;
  private SqliteWriter writer;

  @BeforeEach
  void open() {
    file = SqliteFile.open(folder.resolve("test.db"), SqliteWriterIT.class, List.of("numbers.sql"));
    writer = new SqliteWriter(file, "test-writer");
  }

  @AfterEach
  void close() {
    writer.close();
    file.close();
  }

  private static SqlWork<Integer> insert(int number) {
    return connection -> {
      try (Statement statement = connection.createStatement()) {
        return statement.executeUpdate("INSERT INTO numbers VALUES (" + number + ")");
      }
    };
  }

  private List<Integer> stored() {
    try (SqliteReaders readers = new SqliteReaders(file, 1)) {
      return readers.read(connection -> {
        List<Integer> numbers = new ArrayList<>();
        try (Statement query = connection.createStatement();
            ResultSet rows = query.executeQuery("SELECT n FROM numbers ORDER BY n")) {
          while (rows.next()) {
            numbers.add(rows.getInt(1));
          }
        }
        return numbers;
      });
    }
  }

  @Test
  void undoesOnlyTheWorkThatFailed() {
    List<CompletableFuture<Integer>> results = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      results.add(writer.submit(insert(i % 400)));
    }
    long failed =
        results.stream().filter(each -> each.handle((_, fault) -> fault != null).join()).count();
    assertThat(failed).isEqualTo(100);
    assertThat(stored()).hasSize(400);
  }

  @Test
  void undoesTheFirstHalfOfWorkWhoseSecondHalfFails() {
    assertThatThrownBy(() ->
            writer.write(connection -> {
              insert(1).run(connection);
              throw new IllegalStateException("second half");
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("second half");
    assertThat(stored()).isEmpty();
  }

  @Test
  void isDurableWhenTheAnswerComes() {
    writer.write(insert(7));
    assertThat(stored()).containsExactly(7);
  }

  @Test
  void refusesWorkAfterItWasClosed() {
    writer.close();
    assertThatThrownBy(() -> writer.write(insert(1)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void refusesASecondProgramOnTheSameFile() {
    assertThatThrownBy(() ->
            SqliteFile.open(
                folder.resolve("test.db"), SqliteWriterIT.class, List.of("numbers.sql")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("in use");
  }

  @Test
  void refusesAFileOfANewerProgramAndLeavesItAlone() {
    writer.write(insert(1));
    writer.close();
    file.close();
    assertThatThrownBy(
            () -> SqliteFile.open(folder.resolve("test.db"), SqliteWriterIT.class, List.of()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer");
    open();
    assertThat(stored()).containsExactly(1);
  }

  @Test
  void keepsReadersFromWriting() {
    try (SqliteReaders readers = new SqliteReaders(file, 1)) {
      assertThatThrownBy(() -> readers.read(insert(1))).isInstanceOf(StoreException.class);
    }
    assertThat(stored()).isEmpty();
  }

  @Test
  void setsDurabilityToTheFull() throws Exception {
    try (var connection = file.openWriter(WriterRoom.SERVER);
        Statement query = connection.createStatement()) {
      try (ResultSet row = query.executeQuery("PRAGMA synchronous")) {
        assertThat(row.getInt(1)).isEqualTo(2);
      }
      try (ResultSet row = query.executeQuery("PRAGMA journal_mode")) {
        assertThat(row.getString(1)).isEqualTo("wal");
      }
    }
  }

  @Test
  void holdsNothingWhileItWaits() throws Exception {
    writer.write(insert(1));
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      assertThat(statement.executeUpdate("INSERT INTO numbers VALUES (2)")).isEqualTo(1);
    }
    writer.write(insert(3));
    assertThat(stored()).containsExactly(1, 2, 3);
  }

  @Test
  void keepsNothingOfWorkThatItSaysFailedWhenSqliteEndsTheTransactionItself() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch gathered = new CountDownLatch(1);
    CompletableFuture<Boolean> before =
        writer.submit(connection -> {
          busy.countDown();
          return await(gathered);
        });
    assertThat(await(busy)).isTrue();
    List<CompletableFuture<Integer>> results =
        List.of(
            writer.submit(insert(1)),
            writer.submit(SqliteWriterIT::endTheTransaction),
            writer.submit(insert(2)));
    gathered.countDown();
    assertThat(before.get()).isTrue();
    assertThat(results).allSatisfy(each -> assertThat(each).failsWithin(Duration.ofSeconds(5)));
    assertThat(stored()).isEmpty();
    writer.write(insert(3));
    assertThat(stored()).containsExactly(3);
  }

  /** What SQLite does by itself on a full or failing disk. */
  private static int endTheTransaction(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    }
    throw new SQLException("database or disk is full");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  @Timeout(20)
  void livesOnAfterAnErrorOfTheProgram() {
    assertThatThrownBy(() ->
            writer.write(connection -> {
              throw new StackOverflowError("of the work");
            }))
        .hasRootCauseMessage("of the work");
    writer.write(insert(1));
    assertThat(stored()).containsExactly(1);
  }
}
