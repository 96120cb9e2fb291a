package kafedra.contract.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    try (var connection = file.openWriter();
        Statement query = connection.createStatement()) {
      try (ResultSet row = query.executeQuery("PRAGMA synchronous")) {
        assertThat(row.getInt(1)).isEqualTo(2);
      }
      try (ResultSet row = query.executeQuery("PRAGMA journal_mode")) {
        assertThat(row.getString(1)).isEqualTo("wal");
      }
    }
  }
}
