package kafedra.controller.postgres;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import kafedra.contract.id.LabId;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.RunningController;
import kafedra.controller.TestBookings;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.BookingAudit;
import kafedra.controller.booking.BookingOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's server is killed while people book. */
class KilledPostgresIT {
  private static final long SEED = 4711;
  private static final int CLIENTS = 6;
  private static final int KILLS = 3;
  private static final int BETWEEN = 60;

  @TempDir private Path folder;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> notKept = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean over = new AtomicBoolean();

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  private void kill() throws IOException {
    long pid =
        Long.parseLong(
            Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).getFirst());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void everyAcknowledgedBookingIsThereAndNoneIsDoubled() throws Exception {
    int port = RunningController.freePort();
    EmbeddedPostgres server = start(port);
    PostgresAddress address = PostgresOfTests.address(port, "postgres");
    try (TestDistrict district =
            new TestDistrict(
                Files.createDirectory(folder.resolve("controller")),
                new MovableClock(MONDAY_10),
                TestBookings.OfPostgres.at(address));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (int client = 0; client < CLIENTS; client++) {
        Random random = new Random(SEED + client);
        String prefix = "c" + client + "-";
        clients.execute(() -> book(district, prefix, random));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        awaitMore();
        kill();
        server.close();
        server = start(port);
      }
      awaitMore();
      over.set(true);
      clients.shutdown();
      assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      check(district);
    } finally {
      over.set(true);
      server.close();
    }
  }

  private void awaitMore() {
    int enough = acknowledged.size() + BETWEEN;
    await().atMost(90, TimeUnit.SECONDS).until(() -> acknowledged.size() >= enough);
  }

  private void book(TestDistrict district, String prefix, Random random) {
    for (int i = 0; !over.get(); i++) {
      String id = prefix + i;
      TimeSlot slot =
          TimeSlot.of(
              MONDAY_10.plus(Duration.ofMinutes(5L * random.nextInt(110))), Duration.ofMinutes(5));
      try {
        if (district.bookings.place(wish(id, group("g1"), any(1), slot))
            instanceof BookingOutcome.Placed) {
          acknowledged.add(id);
        } else {
          notKept.add(id);
        }
      } catch (StoreException failed) {
        boolean nobodyKnows = String.valueOf(failed.getMessage()).contains("unknown");
        (nobodyKnows ? unknown : notKept).add(id);
        await().atMost(60, TimeUnit.SECONDS).until(() -> over.get() || isBack(district));
      }
    }
  }

  private static boolean isBack(TestDistrict district) {
    try {
      return district.bookingData.number("SELECT 1") == 1;
    } catch (IllegalStateException away) {
      return false;
    }
  }

  private void check(TestDistrict district) {
    String seed = "seed " + SEED + "; unknown: " + unknown;
    Set<String> stored =
        district.bookingData.raw(connection -> {
          Set<String> ids = new HashSet<>();
          try (PreparedStatement query = connection.prepareStatement("SELECT id FROM booking");
              var rows = query.executeQuery()) {
            while (rows.next()) {
              ids.add(rows.getString(1));
            }
          }
          return ids;
        });
    assertThat(stored).as(seed).containsAll(acknowledged).doesNotContainAnyElementsOf(notKept);
    assertThat(district.bookingData.number(BookingAudit.DOUBLES)).as(seed).isZero();
    TimeSlot day = TimeSlot.of(MONDAY_10, Duration.ofHours(14));
    LabId lab = new LabId("l1");
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(() ->
            assertThat(new HashSet<>(district.bookings.inLab(lab, day)))
                .as(seed)
                .isEqualTo(new HashSet<>(district.bookingStore.inLab(lab, day))));
  }
}
