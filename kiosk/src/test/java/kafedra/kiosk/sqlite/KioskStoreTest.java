package kafedra.kiosk.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.outbox.Outbox;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.time.BootId;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Moment;
import kafedra.contract.time.Stamp;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.signin.Attempts;
import kafedra.kiosk.upkeep.Troubles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file, damaged as cards and power cuts damage it. */
class KioskStoreTest {
  private static final int RECORDS = 2_000;
  private static final int ACKNOWLEDGED = 700;
  private static final Stamp AT =
      new Stamp(Instant.parse("2026-11-23T10:00:00Z"), Duration.ofHours(1), ClockTrust.TRUSTED);
  private static final Attempts ATTEMPTS =
      new Attempts("number:7", 5, Duration.ofMinutes(5), new Moment(new BootId("b"), AT));

  private static final KioskStore STORE =
      new KioskStore(
          path -> SqliteFile.open(path, SqliteJournal.class, SqliteJournal.MIGRATIONS),
          file -> new SqliteWriter(file, "salvage"));

  @TempDir Path folder;

  private final MessageCodec codec = new MessageCodec();
  private final Outbox outbox = new Outbox(codec);

  private Path path() {
    return folder.resolve("kiosk.db");
  }

  private interface Use {
    void of(SqliteWriter writer, SqliteJournal journal) throws Exception;
  }

  private KioskStore.Opened use(Use use) throws Exception {
    KioskStore.Opened opened = STORE.open(path());
    try (SqliteReaders readers = new SqliteReaders(opened.file(), 1);
        SqliteWriter writer = new SqliteWriter(opened.file(), "test-writer")) {
      use.of(writer, new SqliteJournal(writer, readers, outbox, codec, new Troubles(), () -> {}));
    } finally {
      opened.file().close();
    }
    return opened;
  }

  private StreamId fill() throws Exception {
    List<StreamId> streams = new ArrayList<>();
    var _ =
        use((writer, journal) -> {
          streams.add(stream(writer));
          List<Change> changes = new ArrayList<>();
          for (int i = 1; i <= RECORDS; i++) {
            changes.add(new Change.Recorded(numbered(i)));
          }
          changes.add(new Change.AttemptsAre(ATTEMPTS));
          journal.commit(changes);
          boolean _ =
              writer.write(connection -> {
                outbox.acknowledge(connection, ACKNOWLEDGED, AT.wall(), Duration.ofDays(7));
                return true;
              });
        });
    return streams.getFirst();
  }

  private StreamId stream(SqliteWriter writer) {
    return writer.write(connection -> outbox.stream(connection, new KioskId("kiosk-1")));
  }

  /** A record that tells its number. */
  private static SiteRecord numbered(long number) {
    return new SiteRecord.SeatChanged(AT, new WorkstationId("ws-" + number), SeatCondition.FREE);
  }

  private static List<SiteRecord> numbered(LongStream numbers) {
    return numbers.mapToObj(KioskStoreTest::numbered).toList();
  }

  private List<SiteRecord> unsent(SqliteWriter writer) {
    return writer.write(connection -> {
      List<SiteRecord> all = new ArrayList<>();
      Outbox.Extent extent = outbox.extent(connection);
      for (long next = extent.acknowledged() + 1; next <= extent.newest(); ) {
        List<byte[]> bodies = outbox.from(connection, next, 1_000_000);
        bodies.forEach(body -> all.add(codec.decodeRecord(body)));
        next += bodies.size();
      }
      return all;
    });
  }

  /** The pages that hold this table's rows, by what SQLite itself tells. */
  private List<Long> pagesOf(String table, String kind) throws SQLException {
    List<Long> pages = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT pageno FROM dbstat WHERE name = '%s' AND pagetype = '%s'"
                    .formatted(table, kind))) {
      while (rows.next()) {
        pages.add(rows.getLong(1));
      }
    }
    return pages;
  }

  private void overwrite(long offset, int length) throws IOException {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
      file.seek(offset);
      file.write(noise);
    }
  }

  @Test
  void opensASoundDatabaseAsItIs() throws Exception {
    fill();

    KioskStore.Opened opened =
        use((writer, journal) -> assertThat(unsent(writer)).hasSize(RECORDS - ACKNOWLEDGED));

    assertThat(opened.salvage()).isEmpty();
  }

  @Test
  void takesOverAllThatIsUnsentWhenAnotherPageIsDamaged() throws Exception {
    StreamId before = fill();
    overwrite(4096L * (pagesOf("ticket", "leaf").getFirst() - 1), 4096);

    KioskStore.Opened opened =
        use((writer, journal) -> {
          assertThat(stream(writer)).isEqualTo(before);
          assertThat(unsent(writer))
              .isEqualTo(numbered(LongStream.rangeClosed(ACKNOWLEDGED + 1, RECORDS)));
          assertThat(journal.attempts(ATTEMPTS.key())).contains(ATTEMPTS);
          journal.commit(List.of(new Change.Recorded(numbered(RECORDS + 1))));
          assertThat(unsent(writer)).last().isEqualTo(numbered(RECORDS + 1));
        });

    KioskStore.Salvage salvage = opened.salvage().orElseThrow();
    assertThat(salvage.lost()).isZero();
    assertThat(salvage.records()).isEqualTo(RECORDS - ACKNOWLEDGED);
    assertThat(salvage.aside()).exists();
  }

  @Test
  void keepsThePlaceOfWhatCannotBeReadSoThatTheRestGoesOnUnderItsNumbers() throws Exception {
    StreamId before = fill();
    List<Long> leaves = pagesOf("outbox", "leaf");
    overwrite(4096L * (leaves.get(leaves.size() - 5) - 1), 4096);

    KioskStore.Opened opened =
        use((writer, journal) -> {
          assertThat(stream(writer)).isEqualTo(before);
          List<SiteRecord> all = unsent(writer);
          assertThat(all).hasSize(RECORDS - ACKNOWLEDGED);
          for (int i = 0; i < all.size(); i++) {
            SiteRecord expected = numbered(ACKNOWLEDGED + 1L + i);
            assertThat(all.get(i))
                .satisfiesAnyOf(
                    it -> assertThat(it).isEqualTo(expected),
                    it -> assertThat(it).isInstanceOf(SiteRecord.Unreadable.class));
          }
        });

    KioskStore.Salvage salvage = opened.salvage().orElseThrow();
    assertThat(salvage.lost()).isBetween(1L, 200L);
    assertThat(salvage.records() + salvage.lost()).isEqualTo(RECORDS - ACKNOWLEDGED);
  }

  @Test
  void readsWhatIsLeftOfAFileThatWasCutOff() throws Exception {
    fill();
    long length = Files.size(path());
    try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
      file.setLength(length * 3 / 4);
    }

    KioskStore.Opened opened = use((writer, journal) -> assertThat(unsent(writer)).isNotEmpty());

    assertThat(opened.salvage().orElseThrow().records()).isPositive();
  }

  @Test
  void beginsAnewWhereNotEvenTheHeadOfTheFileCanBeRead() throws Exception {
    StreamId before = fill();
    overwrite(0, 8192);

    KioskStore.Opened opened =
        use((writer, journal) -> {
          assertThat(stream(writer)).isNotEqualTo(before);
          journal.commit(List.of(new Change.Recorded(numbered(1))));
          assertThat(unsent(writer)).containsExactly(numbered(1));
        });

    assertThat(opened.salvage().orElseThrow().lost()).isPositive();
    assertThat(Files.size(opened.salvage().orElseThrow().aside())).isPositive();
  }

  @Test
  void goesOnWithTheLastWholeCommitOfALogThatIsTorn() throws Exception {
    fill();
    Path torn = folder.resolve("torn");
    Files.createDirectories(torn);
    var _ =
        use((writer, journal) -> {
          for (int i = 1; i <= 20; i++) {
            journal.commit(List.of(new Change.Recorded(numbered(RECORDS + i))));
          }
          Files.copy(path(), torn.resolve("kiosk.db"));
          Files.copy(folder.resolve("kiosk.db-wal"), torn.resolve("kiosk.db-wal"));
        });
    try (RandomAccessFile wal = new RandomAccessFile(torn.resolve("kiosk.db-wal").toFile(), "rw")) {
      wal.setLength(wal.length() - 3_000);
    }
    Files.move(torn.resolve("kiosk.db"), path(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.move(torn.resolve("kiosk.db-wal"), folder.resolve("kiosk.db-wal"));

    var _ =
        use((writer, journal) -> {
          List<SiteRecord> all = unsent(writer);
          assertThat(all.size()).isBetween(RECORDS - ACKNOWLEDGED, RECORDS - ACKNOWLEDGED + 19);
          assertThat(all)
              .isEqualTo(
                  numbered(LongStream.range(ACKNOWLEDGED + 1L, ACKNOWLEDGED + 1L + all.size())));
        });
  }

  @Test
  void finishesARebuildingThatWasKilledBeforeItsLastStep() throws Exception {
    StreamId before = fill();
    Files.move(path(), folder.resolve("kiosk.db.rebuilt"));

    var _ = use((writer, journal) -> assertThat(stream(writer)).isEqualTo(before));
  }

  @Test
  void keepsNoMoreThanAFewDamagedDatabases() throws Exception {
    for (int i = 0; i < KioskStore.KEPT + 2; i++) {
      fill();
      overwrite(4096L * (pagesOf("ticket", "leaf").getFirst() - 1), 4096);
      assertThat(use((writer, journal) -> {}).salvage()).isPresent();
    }

    try (var files = Files.list(folder)) {
      Set<String> names =
          files
              .map(it -> it.getFileName().toString())
              .filter(it -> it.contains("damaged") && !it.endsWith("-wal"))
              .collect(java.util.stream.Collectors.toSet());
      assertThat(names)
          .containsExactlyInAnyOrder(
              "kiosk.db.damaged-1", "kiosk.db.damaged-2", "kiosk.db.damaged-3");
    }
  }
}
