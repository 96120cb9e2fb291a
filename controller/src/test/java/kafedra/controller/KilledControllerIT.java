package kafedra.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kafedra.contract.message.RefusedDemand;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real controller process that dies at its worst moments, with a real outbox on the other side.
 */
class KilledControllerIT {
  private static final long SEED = 815;
  private static final int KILLS = 3;
  private static final int RECORDS = 2_400;

  @TempDir private Path folder;
  private int brokerPort;

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ControllerMain.class.getName()));
    command.addAll(RunningController.arguments(folder, brokerPort));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private FakeKiosk kiosk() {
    return new FakeKiosk(URI.create("tcp://127.0.0.1:" + brokerPort), "k1", folder);
  }

  private static SiteRecord refusal(int number) {
    Stamp at =
        new Stamp(
            Instant.ofEpochMilli(1_795_300_000_000L + number),
            Duration.ofMillis(number),
            ClockTrust.TRUSTED);
    return new SiteRecord.DemandRefused(at, RefusedDemand.NO_FREE_SEAT);
  }

  private void prepare() throws IOException {
    brokerPort = RunningController.freePort();
    RunningController.prepare(folder);
  }

  /** Every record of the kiosk, once: by number, and by what it says. */
  private void assertEveryRecordOnce(int records) {
    try (TestDistrict district = new TestDistrict(folder, InstantSource.system())) {
      assertThat(district.number("SELECT up_to FROM stream")).isEqualTo(records);
      assertThat(district.number("SELECT count(*) FROM site_record")).isEqualTo(records);
      assertThat(district.number("SELECT count(*) FROM demand_refused")).isEqualTo(records);
      assertThat(district.number("SELECT count(DISTINCT at) FROM demand_refused"))
          .isEqualTo(records);
    }
  }

  @Test
  void losesAndDoublesNothingWhenKilledInMidStream() throws Exception {
    prepare();
    Random random = new Random(SEED);
    int recorded = 0;
    Process controller = launch();
    try (FakeKiosk kiosk = kiosk()) {
      for (int kill = 0; kill < KILLS; kill++) {
        int until = recorded + RECORDS / KILLS;
        int killAt = recorded + 1 + random.nextInt(RECORDS / KILLS - 1);
        await().atMost(60, TimeUnit.SECONDS).until(kiosk.link::isUp);
        for (; recorded < until; recorded++) {
          kiosk.record(refusal(recorded));
          if (recorded == killAt) {
            controller.destroyForcibly().waitFor();
            controller = launch();
          }
        }
      }
      await().atMost(90, TimeUnit.SECONDS).until(() -> kiosk.unsent() == 0);
    } finally {
      controller.destroyForcibly().waitFor();
    }
    assertEveryRecordOnce(recorded);
  }

  @Test
  void asksAgainAfterItsDatabaseWasReplacedByAnOlderCopy() throws Exception {
    prepare();
    try (RunningController controller =
        RunningController.start(RunningController.arguments(folder, brokerPort))) {
      try (FakeKiosk kiosk = kiosk()) {
        for (int i = 0; i < 50; i++) {
          kiosk.record(refusal(i));
        }
        await().atMost(30, TimeUnit.SECONDS).until(() -> kiosk.unsent() == 0);
      }
      assertThat(controller.program.port()).isPositive();
    }
    Path database = folder.resolve("controller.db");
    Path backup = folder.resolve("backup.db");
    Files.copy(database, backup);

    try (FakeKiosk kiosk = kiosk()) {
      try (RunningController controller =
          RunningController.start(RunningController.arguments(folder, brokerPort))) {
        controller.signIn();
        for (int i = 50; i < 100; i++) {
          kiosk.record(refusal(i));
        }
        assertThat(
                controller
                    .send(
                        "PUT",
                        "/people/p5/credentials",
                        "{\"number\": \"50505\", \"cards\": [\"CAFE01\"]}")
                    .statusCode())
            .isBetween(200, 299);
        await()
            .atMost(30, TimeUnit.SECONDS)
            .until(() ->
                kiosk.unsent() == 0
                    && String.valueOf(kiosk.replica.get("person/p5")).contains("50505"));
      }
      int replacements = kiosk.replacements.get();

      Files.copy(backup, database, StandardCopyOption.REPLACE_EXISTING);
      try (RunningController restored =
          RunningController.start(RunningController.arguments(folder, brokerPort))) {
        assertThat(restored.program.broker().getPort()).isEqualTo(brokerPort);
        kiosk.record(refusal(100));
        await()
            .atMost(60, TimeUnit.SECONDS)
            .untilAsserted(() -> {
              assertThat(kiosk.replacements).hasValueGreaterThan(replacements);
              assertThat(kiosk.have).isEqualTo(kiosk.head);
              assertThat(String.valueOf(kiosk.replica.get("person/p5")))
                  .contains("id=p5")
                  .doesNotContain("50505");
              assertThat(kiosk.unsent()).isZero();
            });
      }
    }
    assertEveryRecordOnce(101);
  }
}
