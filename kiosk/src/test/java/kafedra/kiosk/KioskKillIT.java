package kafedra.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.SiteRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kiosk process that is killed without a warning. */
class KioskKillIT {
  @TempDir Path folder;

  private District district;
  private FakeAgent agent;
  private KioskProcess process;

  @BeforeEach
  void start() throws IOException {
    district = new District(folder);
    district.controller.start();
    agent = district.agent(1).start();
    process = KioskProcess.launch(district);
  }

  @AfterEach
  void stop() {
    process.close();
    agent.close();
    district.close();
  }

  @Test
  void goesOnWithItsSessionsAndItsLimitsAndDoublesNoRecord() throws Exception {
    try (Screen before = process.screen()) {
      Screen.Answer visit = before.tap(DemoBuilding.ANYAS_CARD);
      assertThat(before.act("seat", visit).status()).isEqualTo(200);
      for (int i = 0; i < 4; i++) {
        assertThat(before.signIn("1002", "0000").text("code")).isEqualTo("wrong-number-or-pin");
      }
    }
    await().until(() -> agent.open().isPresent());
    SessionId session = agent.open().orElseThrow().session();
    process.kill();
    agent.count(Duration.ofSeconds(77), Duration.ofSeconds(70));

    process = KioskProcess.launch(district);
    try (Screen after = process.screen()) {
      Screen.Answer visit = after.tap(DemoBuilding.ANYAS_CARD);
      assertThat(visit.body().path("session").path("id").asString("")).isEqualTo(session.value());
      assertThat(visit.body().path("session").path("remaining").asLong())
          .isBetween(1L, Duration.ofMinutes(30).toMillis());
      assertThat(after.signIn("1002", "0000").text("code")).isEqualTo("too-many-attempts");
      after.act("end", visit);
      await().until(() -> agent.uses().isEmpty());
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> after.get("/api/health").body().path("unsent").asInt(-1) == 0);
    }

    assertThat(district.controller.records(SiteRecord.SessionStarted.class)).hasSize(1);
    assertThat(district.controller.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> assertThat(it.signedIn()).isEqualTo(Duration.ofSeconds(77)));
  }

  @Test
  void keepsTheNumberTheOrderAndTheHoldOfTheQueue() throws Exception {
    int number;
    try (Screen before = process.screen()) {
      Screen.Answer anya = before.tap(DemoBuilding.ANYAS_CARD);
      assertThat(before.act("seat", anya).status()).isEqualTo(200);
      number = drawn(before, DemoBuilding.VERAS_CARD);
      assertThat(drawn(before, DemoBuilding.BORIS_CARD)).isNotEqualTo(number);
      await().until(() -> agent.open().isPresent());
    }
    process.kill();

    process = KioskProcess.launch(district);
    try (Screen after = process.screen()) {
      Screen.Answer visit = after.tap(DemoBuilding.VERAS_CARD);
      assertThat(visit.body().path("ticket").path("number").asInt()).isEqualTo(number);
      assertThat(visit.body().path("ticket").path("before").asInt(-1)).isZero();
      after.act("end", after.tap(DemoBuilding.ANYAS_CARD));
      await().until(() -> calledOn(after) == number);
    }
    process.kill();

    process = KioskProcess.launch(district);
    try (Screen again = process.screen()) {
      await().until(() -> calledOn(again) == number);
      Screen.Answer seated = again.act("seat", again.tap(DemoBuilding.VERAS_CARD));
      assertThat(seated.body().path("session").path("seat").asString("")).isEqualTo("ws-1");
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> district.controller.records(SiteRecord.TicketClosed.class).size() == 1);
  }

  private static int drawn(Screen screen, String card) {
    Screen.Answer drawn = screen.act("ticket", screen.tap(card));
    return drawn.body().path("ticket").path("number").asInt();
  }

  /** The number that a seat is held for; 0 for none. */
  private static int calledOn(Screen screen) {
    return screen
        .get("/api/site")
        .body()
        .path("queue")
        .path("called")
        .path(0)
        .path("ticket")
        .asInt(0);
  }
}
