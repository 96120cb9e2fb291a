package kafedra.kiosk.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.RefusedDemand;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.outbox.Outbox;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.time.BootId;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.journal.JournalContract;
import kafedra.kiosk.upkeep.Troubles;
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
    journal =
        new SqliteJournal(writer, readers, outbox, codec, new Troubles(), added::incrementAndGet);
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
  void tellsWhatIsNotSentOfThisStartByTheRightTime() {
    Instant wrong = Instant.parse("1970-01-01T00:10:00Z");
    Instant booted = Instant.parse("2026-11-23T09:00:00Z");
    var _ = journal.enter(new BootId("before"));
    Stamp before = new Stamp(wrong, Duration.ofMinutes(5), ClockTrust.UNTRUSTED);
    journal.commit(List.of(demand(before)));
    BootId boot = new BootId("now");
    var _ = journal.enter(boot);
    Stamp sent = new Stamp(wrong, Duration.ofMinutes(1), ClockTrust.UNTRUSTED);
    Stamp unsent = new Stamp(wrong.plusSeconds(60), Duration.ofMinutes(2), ClockTrust.UNTRUSTED);
    journal.commit(List.of(demand(sent), demand(unsent), started(unsent)));
    boolean _ =
        writer.write(connection -> {
          var _ = outbox.stream(connection, new KioskId("kiosk-1"));
          outbox.acknowledge(connection, 2, wrong, Duration.ofDays(7));
          return true;
        });

    journal.commit(List.of(new Change.BootDated(boot, booted)));

    List<SiteRecord> kept =
        readers.<List<byte[]>>read(connection -> outbox.from(connection, 1, 10_000)).stream()
            .map(codec::decodeRecord)
            .toList();
    Instant right = booted.plus(Duration.ofMinutes(2));
    Stamp told = new Stamp(right, Duration.ofMinutes(2), ClockTrust.TRUSTED);
    assertThat(kept).extracting(SiteRecord::at).containsExactly(before, sent, told, told);
    assertThat(kept.getLast())
        .isInstanceOfSatisfying(
            SiteRecord.SessionStarted.class,
            it -> assertThat(it.plannedEnd()).isEqualTo(right.plusSeconds(1800)));
  }

  private static Change started(Stamp at) {
    return new Change.Recorded(
        new SiteRecord.SessionStarted(
            at,
            new SessionId("s"),
            new WorkstationId("ws-1"),
            new PersonId("anya"),
            null,
            SignInMethod.CARD,
            at.wall().plusSeconds(1800)));
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
