package kafedra.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kafedra.contract.message.SiteRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole kiosk with its data on a file system of its own that fills up. */
class FullDiskIT {
  @TempDir Path folder;

  private Path data;
  private boolean mounted;
  private District district;
  private FakeAgent agent;

  @BeforeEach
  void mount() throws Exception {
    district = new District(folder);
    data = Files.createDirectories(folder.resolve("data"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "kafedra-test", data.toString()) == 0;
    assumeTrue(mounted, "a small file system can only be mounted by root");
    district.controller.start();
    agent = district.agent(1).start();
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      agent.close();
    }
    district.close();
    if (mounted) {
      assertThat(run("umount", data.toString())).isZero();
    }
  }

  private static int run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Until not another byte goes on it. */
  private Path fill() {
    Path filler = data.resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      byte[] piece = new byte[4096];
      while (true) {
        out.write(piece);
      }
    } catch (IOException full) {
      return filler;
    }
  }

  @Test
  void refusesAndAcknowledgesNothingWhileTheDiskIsFullAndGoesOnByItselfWhenThereIsSpace()
      throws Exception {
    try (KioskProgram kiosk = district.startKiosk();
        Screen screen = new Screen(kiosk.portal())) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> screen.get("/api/health").body().path("agents").asInt() == 1);
      Path filler = fill();

      Screen.Answer refused = screen.act("seat", screen.tap(DemoBuilding.ANYAS_CARD));
      // what is free in the log takes some more before nothing goes at all
      for (int i = 0; i < 200 && refused.status() != 507; i++) {
        screen.act("end", screen.tap(DemoBuilding.ANYAS_CARD));
        refused = screen.act("seat", screen.tap(DemoBuilding.ANYAS_CARD));
      }
      assertThat(refused.status()).isEqualTo(507);
      assertThat(refused.text("code")).isEqualTo("storage-full");
      assertThat(screen.get("/api/health").body().path("troubles").toString())
          .contains("STORE_FAILING");
      int started = district.controller.records(SiteRecord.SessionStarted.class).size();

      Files.delete(filler);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              !screen
                  .get("/api/health")
                  .body()
                  .path("troubles")
                  .toString()
                  .contains("STORE_FAILING"));
      screen.act("end", screen.tap(DemoBuilding.ANYAS_CARD));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> screen.act("seat", screen.tap(DemoBuilding.ANYAS_CARD)).status() == 200);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> district.controller.records(SiteRecord.SessionStarted.class).size() > started);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> screen.get("/api/health").body().path("unsent").asInt(-1) == 0);
    }
  }
}
