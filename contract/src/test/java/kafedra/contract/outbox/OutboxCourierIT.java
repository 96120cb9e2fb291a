package kafedra.contract.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import kafedra.contract.codec.Decoded;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.Link;
import kafedra.contract.message.RecordAck;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.SystemDeviceClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox's promise against a receiver that keeps the contract, over a wire that does not. */
class OutboxCourierIT {
  private static final KioskId KIOSK = new KioskId("k-1");
  private static final OutboxCourier.Timing QUICK =
      new OutboxCourier.Timing(Duration.ofMillis(5), Duration.ofMillis(300), Duration.ofDays(7));

  @TempDir Path folder;
  private final MessageCodec codec = new MessageCodec();
  private final Outbox outbox = new Outbox(codec);
  private final SystemDeviceClock clock =
      new SystemDeviceClock(InstantSource.system(), ClockTrust.TRUSTED);
  private SqliteFile file;
  private SqliteWriter writer;
  private SqliteReaders readers;
  private StreamId stream;

  @BeforeEach
  void open() {
    file = SqliteFile.open(folder.resolve("kiosk.db"), Outbox.class, List.of(Outbox.MIGRATION));
    writer = new SqliteWriter(file, "test-writer");
    readers = new SqliteReaders(file, 1);
    stream = writer.write(connection -> outbox.stream(connection, KIOSK));
  }

  @AfterEach
  void close() {
    readers.close();
    writer.close();
    file.close();
  }

  /**
   * Commits what continues its stream, as the controller does; its wire loses messages on demand.
   */
  private final class Receiver implements Link {
    final List<SiteRecord> committed = new ArrayList<>();
    final AtomicReference<OutboxCourier> courier = new AtomicReference<>();
    private final Random luck;
    private final int lossPercent;
    private long repeats;

    Receiver(long seed, int lossPercent) {
      luck = new Random(seed);
      this.lossPercent = lossPercent;
    }

    @Override
    public synchronized Sent send(String topic, byte[] payload, Delivery how) {
      if (luck.nextInt(100) < lossPercent) {
        return Sent.TAKEN;
      }
      RecordBatch batch = (RecordBatch) ((Decoded.Read) codec.decode(payload)).message();
      long number = batch.first();
      for (SiteRecord each : batch.records()) {
        if (number == committed.size() + 1) {
          committed.add(each);
        } else if (number <= committed.size()) {
          repeats++;
        }
        number++;
      }
      if (luck.nextInt(100) >= lossPercent) {
        answer();
      }
      return Sent.TAKEN;
    }

    synchronized void answer() {
      OutboxCourier to = courier.get();
      if (to != null) {
        to.acknowledged(new RecordAck(stream, committed.size(), Instant.EPOCH));
      }
    }

    synchronized int size() {
      return committed.size();
    }

    synchronized List<SiteRecord> all() {
      return List.copyOf(committed);
    }

    /** Comes back from a backup that knows only this much. */
    synchronized void forgetAfter(int number) {
      committed.subList(number, committed.size()).clear();
    }
  }

  private OutboxCourier courierTo(Receiver receiver) {
    OutboxCourier courier =
        new OutboxCourier(outbox, stream, writer, readers, codec, receiver, clock, QUICK);
    receiver.courier.set(courier);
    courier.start();
    return courier;
  }

  private List<SiteRecord> append(int from, int count) {
    List<SiteRecord> added = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      added.add(
          new SiteRecord.SeatChanged(
              clock.stamp(), new WorkstationId("w-" + i), SeatCondition.FREE));
    }
    writer.write(connection -> {
      for (SiteRecord each : added) {
        outbox.append(connection, each);
      }
      return true;
    });
    return added;
  }

  @Test
  void deliversEverythingOnceAndInOrderOverALossyWire() {
    long seed = new Random().nextLong();
    Receiver receiver = new Receiver(seed, 20);
    List<SiteRecord> wanted = append(0, 5_000);
    try (OutboxCourier courier = courierTo(receiver)) {
      courier.linkUp();
      await("seed " + seed).atMost(Duration.ofSeconds(60)).until(() -> receiver.size() >= 5_000);
      await().until(() -> courier.unsent() == 0);
    }
    assertThat(receiver.all()).as("seed %d", seed).isEqualTo(wanted);
  }

  @Test
  void sendsWhatIsAddedLater() {
    Receiver receiver = new Receiver(1, 0);
    try (OutboxCourier courier = courierTo(receiver)) {
      courier.linkUp();
      List<SiteRecord> wanted = append(0, 3);
      courier.added();
      await().untilAsserted(() -> assertThat(receiver.all()).isEqualTo(wanted));
      await().until(() -> courier.unsent() == 0);
    }
  }

  @Test
  void goesOnWhereItWasAfterARestartWithoutSendingTwice() {
    Receiver receiver = new Receiver(1, 0);
    List<SiteRecord> wanted = new ArrayList<>(append(0, 10));
    try (OutboxCourier courier = courierTo(receiver)) {
      courier.linkUp();
      await().until(() -> courier.unsent() == 0);
    }
    wanted.addAll(append(10, 10));
    try (OutboxCourier courier = courierTo(receiver)) {
      courier.linkUp();
      await().until(() -> courier.unsent() == 0);
    }
    assertThat(receiver.all()).isEqualTo(wanted);
    assertThat(receiver.repeats).isZero();
  }

  @Test
  void sendsAgainWhatAReceiverFromABackupLacks() {
    Receiver receiver = new Receiver(1, 0);
    List<SiteRecord> wanted = append(0, 100);
    try (OutboxCourier courier = courierTo(receiver)) {
      courier.linkUp();
      await().until(() -> courier.unsent() == 0);
      courier.linkDown();
      receiver.forgetAfter(40);
      courier.linkUp();
      await().untilAsserted(() -> assertThat(receiver.all()).isEqualTo(wanted));
    }
  }

  @Test
  void losesNothingWhenItsOwnDatabaseIsReplacedByAnOlderCopy() {
    Receiver receiver = new Receiver(1, 0);
    List<SiteRecord> wanted = new ArrayList<>(append(0, 4));
    receiver.committed.addAll(wanted);
    receiver.committed.addAll(append(4, 6));
    wanted = new ArrayList<>(receiver.all());
    writer.write(connection -> {
      outbox.acknowledge(connection, 4, clock.instant(), QUICK.keep());
      try (var statement = connection.createStatement()) {
        statement.executeUpdate("DELETE FROM outbox WHERE number > 4");
        return statement.executeUpdate("UPDATE sqlite_sequence SET seq = 4");
      }
    });
    wanted.addAll(append(20, 3));
    try (OutboxCourier courier = courierTo(receiver)) {
      courier.linkUp();
      await().until(() -> receiver.size() == 13);
      wanted.addAll(append(30, 2));
      courier.added();
      await().until(() -> courier.unsent() == 0 && receiver.size() == 15);
    }
    assertThat(receiver.all()).isEqualTo(wanted);
    assertThat(readers.read(outbox::extent)).isEqualTo(new Outbox.Extent(11, 15, 15));
  }

  @Test
  void goesOnAfterAMistakeOfTheLink() {
    Receiver receiver = new Receiver(1, 0);
    AtomicBoolean stumbled = new AtomicBoolean();
    Link stumbling =
        (topic, payload, how) -> {
          if (!stumbled.getAndSet(true)) {
            throw new IllegalStateException("of the link");
          }
          return receiver.send(topic, payload, how);
        };
    List<SiteRecord> wanted = append(0, 3);
    try (OutboxCourier courier =
        new OutboxCourier(outbox, stream, writer, readers, codec, stumbling, clock, QUICK)) {
      receiver.courier.set(courier);
      courier.start();
      courier.linkUp();
      await().untilAsserted(() -> assertThat(receiver.all()).isEqualTo(wanted));
    }
  }

  @Test
  void sendsNothingWhileTheLinkIsDown() {
    Receiver receiver = new Receiver(1, 0);
    append(0, 5);
    try (OutboxCourier courier = courierTo(receiver)) {
      await()
          .during(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(3))
          .until(() -> receiver.size() == 0);
      assertThat(courier.unsent()).isEqualTo(5);
    }
  }

  @Test
  void keepsAcknowledgedRecordsForAWhileAndThenLetsThemGo() {
    append(0, 20);
    Instant soon = clock.instant().plus(Duration.ofDays(1));
    writer.write(connection -> {
      outbox.acknowledge(connection, 15, soon, Duration.ofDays(7));
      return true;
    });
    assertThat(readers.read(outbox::extent)).isEqualTo(new Outbox.Extent(1, 15, 20));
    writer.write(connection -> {
      outbox.acknowledge(connection, 15, soon.plus(Duration.ofDays(8)), Duration.ofDays(7));
      return true;
    });
    assertThat(readers.read(outbox::extent)).isEqualTo(new Outbox.Extent(16, 15, 20));
  }

  @Test
  void neverGivesANumberTwiceEvenWhenAllAreGone() {
    append(0, 5);
    writer.write(connection -> {
      outbox.acknowledge(
          connection, 5, clock.instant().plus(Duration.ofDays(9)), Duration.ofDays(7));
      return true;
    });
    assertThat(readers.read(outbox::extent)).isEqualTo(new Outbox.Extent(6, 5, 5));
    append(5, 1);
    assertThat(readers.read(outbox::extent)).isEqualTo(new Outbox.Extent(6, 5, 6));
  }
}
