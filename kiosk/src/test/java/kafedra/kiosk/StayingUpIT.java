package kafedra.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kafedra.contract.config.Settings;
import kafedra.contract.message.KioskTrouble;
import kafedra.contract.message.SiteRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kiosk that nobody helps. */
class StayingUpIT {
  @TempDir Path folder;

  private District district;

  @BeforeEach
  void start() {
    district = new District(folder);
    district.controller.start();
  }

  @AfterEach
  void stop() {
    district.close();
  }

  private static int asked(Screen screen, String what) {
    return screen.get("/api/health").body().path(what).asInt(-1);
  }

  @Test
  void showsItsPortalWithNeitherBrokerThere() {
    List<String> arguments = new ArrayList<>(district.arguments());
    arguments.removeIf(it -> it.startsWith("--district-broker") || it.startsWith("--site-broker"));
    arguments.add("--district-broker=tcp://192.0.2.1:1883");
    arguments.add("--site-broker=tcp://192.0.2.1:1883");
    try (KioskProgram kiosk = KioskMain.start(KioskConfig.from(Settings.read(arguments)));
        Screen screen = new Screen(kiosk.portal())) {
      assertThat(screen.get("/api/health").status()).isEqualTo(200);
      assertThat(screen.get("/api/site").status()).isEqualTo(200);
    }
  }

  @Test
  void setsADamagedDatabaseAsideSendsWhatWasUnsentAndTellsTheSysadmin() throws Exception {
    FakeAgent agent = district.agent(1).start();
    try (KioskProgram kiosk = district.startKiosk();
        Screen screen = new Screen(kiosk.portal())) {
      await().atMost(Duration.ofSeconds(30)).until(() -> asked(screen, "agents") == 1);
      await().atMost(Duration.ofSeconds(30)).until(() -> asked(screen, "unsent") == 0);
      district.cut();
      Screen.Answer visit = screen.tap(DemoBuilding.ANYAS_CARD);
      assertThat(screen.act("seat", visit).status()).isEqualTo(200);
    }
    damage("replica");
    district.heal();

    try (KioskProgram kiosk = district.startKiosk();
        Screen screen = new Screen(kiosk.portal())) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(district.controller.records(SiteRecord.SessionStarted.class)).hasSize(1));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> screen.tap(DemoBuilding.ANYAS_CARD).status() == 200);
      Screen.Answer visit = screen.tap(DemoBuilding.ANYAS_CARD);
      assertThat(visit.body().path("session").path("seat").asString("")).isEqualTo("ws-1");
      assertThat(district.controller.state().orElseThrow().wrong())
          .contains(KioskTrouble.STORE_REBUILT);
      assertThat(folder.resolve("data/kiosk.db.damaged-1")).exists();
    } finally {
      agent.close();
    }
  }

  /** Overwrites a page of a table's rows, as a worn-out card does. */
  private void damage(String table) throws Exception {
    Path file = folder.resolve("data/kiosk.db");
    long page;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT max(pageno) FROM dbstat WHERE name = '%s' AND pagetype = 'leaf'"
                    .formatted(table))) {
      row.next();
      page = row.getLong(1);
    }
    byte[] noise = new byte[4096];
    new Random(11).nextBytes(noise);
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      damaged.seek((page - 1) * 4096);
      damaged.write(noise);
    }
  }
}
