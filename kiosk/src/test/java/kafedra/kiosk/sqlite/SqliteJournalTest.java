package kafedra.kiosk.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.message.RefusedDemand;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.outbox.Outbox;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.journal.JournalContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {
  @TempDir Path folder;

  private final MessageCodec codec = new MessageCodec();
  private final Outbox outbox = new Outbox(codec);
  private final AtomicInteger added = new AtomicInteger();
  private SqliteFile file;
  private SqliteReaders readers;
  private SqliteWriter writer;
  private SqliteJournal journal;

  @BeforeEach
  void open() {
    file =
        SqliteFile.open(folder.resolve("kiosk.db"), SqliteJournal.class, SqliteJournal.MIGRATIONS);
    readers = new SqliteReaders(file, 1);
    writer = new SqliteWriter(file, "test-writer");
    journal = new SqliteJournal(writer, readers, outbox, codec, added::incrementAndGet);
  }

  @AfterEach
  void close() {
    writer.close();
    readers.close();
    file.close();
  }

  @Override
  protected Journal journal() {
    return journal;
  }

  @Test
  void putsRecordsIntoTheOutboxAndTellsTheCourierAfterTheCommit() {
    SiteRecord siteRecord =
        new SiteRecord.DemandRefused(
            new Stamp(Instant.EPOCH, Duration.ZERO, ClockTrust.TRUSTED),
            RefusedDemand.NO_FREE_SEAT);

    journal.commit(List.of(new Change.Recorded(siteRecord)));

    assertThat(added).hasValue(1);
    assertThat(readers.<List<byte[]>>read(connection -> outbox.from(connection, 1, 1000)))
        .singleElement()
        .satisfies(body -> assertThat(codec.decodeRecord(body)).isEqualTo(siteRecord));
  }
}
