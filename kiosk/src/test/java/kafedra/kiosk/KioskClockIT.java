package kafedra.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kafedra.contract.config.Settings;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.BootId;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.SystemDeviceClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real program on a machine whose wall clock is wrong. */
class KioskClockIT {
  private static final Duration WALK_IN = Duration.ofMinutes(30);

  @TempDir Path folder;

  private District district;
  private FakeAgent agent;

  @BeforeEach
  void start() {
    district = new District(folder);
    district.controller.start();
    agent = district.agent(1).start();
  }

  @AfterEach
  void stop() {
    agent.close();
    district.close();
  }

  /** A kiosk on a machine whose wall clock is wrong by this much. */
  private KioskProgram launch(String boot, Duration wrongBy) {
    InstantSource system = InstantSource.system();
    return KioskMain.start(
        KioskConfig.from(Settings.read(district.arguments())),
        new SystemDeviceClock(
            () -> system.instant().plus(wrongBy),
            ClockTrust.UNTRUSTED,
            new BootId(boot),
            Duration.ofSeconds(9)));
  }

  private Screen screen(KioskProgram kiosk) {
    Screen screen = new Screen(kiosk.portal());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> screen.get("/api/health").body().path("agents").asInt() == 1);
    return screen;
  }

  private void seatAnya() {
    try (KioskProgram kiosk = launch("first", Duration.ZERO);
        Screen screen = screen(kiosk)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> screen.act("seat", screen.tap(DemoBuilding.ANYAS_CARD)).status() == 200);
      await().until(() -> agent.open().isPresent());
      await().atMost(Duration.ofSeconds(30)).until(() -> unsent(screen) == 0);
    }
  }

  private static int unsent(Screen screen) {
    return screen.get("/api/health").body().path("unsent").asInt(-1);
  }

  private static Duration left(Screen screen) {
    Screen.Answer visit = screen.tap(DemoBuilding.ANYAS_CARD);
    return Duration.ofMillis(visit.body().path("session").path("remaining").asLong());
  }

  @ParameterizedTest
  @ValueSource(longs = {-20_000, -1, 1})
  void endsNoSessionEarlyAfterAPowerCutAndTellsTheRightTimesWhenItKnowsThem(long daysWrong) {
    seatAnya();
    district.controller.close();

    try (KioskProgram kiosk = launch("second", Duration.ofDays(daysWrong));
        Screen screen = screen(kiosk)) {
      assertThat(left(screen)).isBetween(WALK_IN.minusMinutes(1), WALK_IN);
      screen.act("end", screen.tap(DemoBuilding.ANYAS_CARD));
      await().atMost(Duration.ofSeconds(20)).until(() -> unsent(screen) > 0);
      district.restartController();

      await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(ends()).hasSize(1));
      SiteRecord.SessionEnded end = ends().getFirst();
      assertThat(end.reason()).isEqualTo(EndReason.SIGNED_OUT);
      assertThat(end.at().trust()).isEqualTo(ClockTrust.TRUSTED);
      assertThat(end.at().wall())
          .isCloseTo(district.controller.now(), within(60, ChronoUnit.SECONDS));
    }
  }

  private List<SiteRecord.SessionEnded> ends() {
    return district.controller.records(SiteRecord.SessionEnded.class);
  }

  @Test
  void knowsTheTimeAgainAfterARestartAlthoughTheClockWasSetBackMeanwhile() {
    seatAnya();
    district.controller.close();

    try (KioskProgram kiosk = launch("first", Duration.ofDays(-20_000));
        Screen screen = screen(kiosk)) {
      Instant shown = Instant.ofEpochMilli(screen.get("/api/site").body().path("now").asLong());
      assertThat(shown).isCloseTo(district.controller.now(), within(60, ChronoUnit.SECONDS));
      assertThat(left(screen)).isBetween(WALK_IN.minusMinutes(1), WALK_IN);
    }
  }
}
