package kafedra.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kafedra.contract.message.RefusedDemand;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The controller with Mosquitto, unmodified, as the district's broker. */
class ExternalBrokerIT {
  @TempDir private Path folder;
  private int port;
  private Process mosquitto;

  @BeforeEach
  void start() throws IOException {
    port = RunningController.freePort();
    RunningController.prepare(folder);
    mosquitto = mosquitto();
  }

  @AfterEach
  void stop() throws InterruptedException {
    mosquitto.destroyForcibly().waitFor();
  }

  private Process mosquitto() throws IOException {
    Path settings = folder.resolve("mosquitto.conf");
    Files.writeString(settings, "listener " + port + " 127.0.0.1\nallow_anonymous true\n");
    String program =
        Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
            .filter(each -> Files.isExecutable(Path.of(each)))
            .findFirst()
            .orElse("mosquitto");
    return new ProcessBuilder(program, "-c", settings.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private RunningController controller() throws IOException {
    Path secret = folder.resolve("controller.secret");
    Files.writeString(secret, "not-looked-at-by-this-broker");
    return RunningController.start(
        List.of(
            "--data=" + folder,
            "--port=0",
            "--broker=tcp://127.0.0.1:" + port,
            "--secret-file=" + secret));
  }

  private static SiteRecord refusal(int number) {
    Stamp at =
        new Stamp(
            Instant.ofEpochMilli(1_795_300_000_000L + number), Duration.ZERO, ClockTrust.TRUSTED);
    return new SiteRecord.DemandRefused(at, RefusedDemand.NO_FREE_SEAT);
  }

  @Test
  void aKilledBrokerLosesNothingAndTellsNothingWrong() throws Exception {
    try (RunningController controller = controller();
        FakeKiosk kiosk = new FakeKiosk(URI.create("tcp://127.0.0.1:" + port), "k1", folder)) {
      assertThat(controller.program.broker().getPort()).isEqualTo(port);
      for (int i = 0; i < 200; i++) {
        kiosk.record(refusal(i));
        if (i == 100) {
          mosquitto.destroyForcibly().waitFor();
        }
      }
      await().atMost(10, TimeUnit.SECONDS).until(() -> !kiosk.link.isUp());
      mosquitto = mosquitto();
      await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> kiosk.unsent() == 0 && kiosk.have.number() > 0);
      assertThat(kiosk.have).isEqualTo(kiosk.head);
    }
    try (TestDistrict district = new TestDistrict(folder, InstantSource.system())) {
      assertThat(district.number("SELECT count(*) FROM demand_refused")).isEqualTo(200);
      assertThat(district.number("SELECT count(*) FROM site_record")).isEqualTo(200);
    }
  }
}
