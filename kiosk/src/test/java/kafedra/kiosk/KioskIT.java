package kafedra.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.TimeSlot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kiosk with real brokers, over HTTP, with agents and a controller that speak the protocol. */
class KioskIT {
  @TempDir Path folder;

  private District district;
  private KioskProgram kiosk;
  private Screen screen;
  private FakeAgent agent;

  @BeforeEach
  void start() {
    district = new District(folder);
    district.controller.piecesOf(4);
    district.controller.start();
    kiosk = district.startKiosk();
    screen = new Screen(kiosk.portal()).listen();
    agent = district.agent(1).start();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> isSynchronised() && screen.get("/api/site").body().path("free").asInt() == 1);
  }

  private boolean isSynchronised() {
    return screen.get("/api/health").body().path("replica").asInt()
        == DemoBuilding.items(district.pepper).size();
  }

  @AfterEach
  void stop() {
    screen.close();
    agent.close();
    kiosk.close();
    district.close();
  }

  @Test
  void opensExtendsAndLocksASeatAndTellsTheController() {
    Screen.Answer visit = screen.tap(DemoBuilding.ANYAS_CARD.toLowerCase(java.util.Locale.ROOT));
    assertThat(visit.text("greeting")).isEqualTo("Аня К.");

    Screen.Answer seated = screen.act("seat", visit);
    assertThat(seated.body().path("session").path("seatLabel").asString("")).isEqualTo("1");
    await().until(() -> agent.open().isPresent());
    await().until(() -> screen.events().stream().anyMatch(it -> it.contains("\"OPEN\"")));

    screen.act("extend", visit);
    await()
        .until(() -> agent.open().orElseThrow().remaining().compareTo(Duration.ofMinutes(40)) > 0);
    await()
        .until(() ->
            Optional.ofNullable(district.controller.seats().get("ws-1"))
                .filter(it -> it.condition() == SeatCondition.IN_USE)
                .isPresent());

    agent.count(Duration.ofSeconds(90), Duration.ofSeconds(60));
    Screen.Answer over = screen.act("end", visit);
    assertThat(over.body().path("session").isNull()).isTrue();
    await().until(() -> agent.open().isEmpty());
    await().until(() -> agent.uses().isEmpty());
    await().until(() -> !district.controller.records(SiteRecord.SessionEnded.class).isEmpty());

    assertThat(district.controller.records(SiteRecord.SessionStarted.class)).hasSize(1);
    assertThat(district.controller.records(SiteRecord.SessionExtended.class)).hasSize(1);
    assertThat(district.controller.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> assertThat(it.signedIn()).isEqualTo(Duration.ofSeconds(90)));
    assertThat(district.controller.pieces()).as("the replica came piece by piece").isGreaterThan(3);
  }

  @Test
  void worksOnWithTheLineCutAndSendsEachRecordOnceWhenItHeals() {
    district.cut();
    await()
        .until(() ->
            screen
                .get("/api/site")
                .body()
                .path("controller")
                .path("reach")
                .asString("")
                .equals("OFFLINE"));
    Screen.Answer visit = screen.tap(DemoBuilding.ANYAS_CARD);
    screen.act("seat", visit);
    await().until(() -> agent.open().isPresent());
    screen.act("end", visit);
    await().until(() -> agent.uses().isEmpty());
    Screen.Answer second = screen.tap(DemoBuilding.BORIS_CARD);
    await().until(() -> screen.act("seat", second).body().path("session").isObject());

    district.heal();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> screen.get("/api/health").body().path("unsent").asInt(-1) == 0);
    assertThat(district.controller.records(SiteRecord.SessionStarted.class)).hasSize(2);
    assertThat(district.controller.records(SiteRecord.SessionEnded.class)).hasSize(1);
  }

  @Test
  void asksForABookingAndShowsTheControllersAnswer() {
    Screen.Answer visit = screen.signIn(DemoBuilding.ANYAS_NUMBER, DemoBuilding.ANYAS_PIN);
    assertThat(visit.status()).isEqualTo(200);
    var lesson = visit.body().path("lessons").path(3);
    Screen.Answer asked =
        screen.post(
            "/api/visit/bookings",
            "{\"token\":\"%s\",\"start\":%d,\"end\":%d,\"seat\":null}"
                .formatted(
                    visit.text("token"),
                    lesson.path("start").asLong(),
                    lesson.path("end").asLong()));
    assertThat(asked.body().path("bookings").path(0).path("status").asString(""))
        .isEqualTo("REQUESTED");

    await().until(() -> !district.controller.records(SiteRecord.BookingRequested.class).isEmpty());
    SiteRecord.BookingRequested request =
        district.controller.records(SiteRecord.BookingRequested.class).getFirst();
    answer(request.booking(), request.slot());

    await().until(() -> screen.events().stream().anyMatch(it -> it.contains("\"CONFIRMED\"")));
    Screen.Answer cancelled =
        screen.delete("/api/visit/bookings/" + request.booking() + "?token=" + visit.text("token"));
    assertThat(cancelled.body().path("bookings").path(0).path("status").asString(""))
        .isEqualTo("CANCELLED");
    await().until(() -> !district.controller.records(SiteRecord.BookingWithdrawn.class).isEmpty());
  }

  private void answer(BookingId id, TimeSlot slot) {
    district.controller.put(
        new ReplicaItem.Booking(
            id,
            DemoBuilding.ANYA,
            null,
            slot,
            List.of(new WorkstationId("ws-2")),
            ReplicaItem.BookingStatus.CONFIRMED));
  }

  @Test
  void carriesOutTheLibrariansCommands() {
    district.controller.command(
        new Command(
            new CommandId("seat-boris"),
            district.controller.now().plusSeconds(60),
            new CommandAction.SeatPerson(DemoBuilding.BORIS, new WorkstationId("ws-1"))));

    await().until(() -> agent.open().isPresent());
    await().until(() -> district.controller.replies().containsKey("seat-boris"));
    assertThat(district.controller.replies().get("seat-boris"))
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(CommandOutcome.DONE));
  }

  @Test
  void passesOverWhatIsNoMessageAndLivesOn() {
    agent.babble("{\"v\":1,\"t\":\"seat-rep".getBytes(UTF_8));
    agent.babble("{\"v\":99,\"t\":\"seat-report\"}".getBytes(UTF_8));
    agent.babble(new byte[200_000]);

    Screen.Answer visit = screen.tap(DemoBuilding.ANYAS_CARD);
    assertThat(screen.act("seat", visit).status()).isEqualTo(200);
    await().until(() -> agent.open().isPresent());
  }

  @Test
  void showsAVisitThatBeganAtTheReader() {
    assertThat(screen.get("/tap/cards").body().path(0).path("label").asString("")).isEqualTo("Аня");
    Screen.Answer tapped = screen.post("/tap", "{\"card\":\"" + DemoBuilding.ANYAS_CARD + "\"}");

    assertThat(tapped.status()).isEqualTo(204);
    await()
        .until(() ->
            screen.events().stream()
                .anyMatch(it -> it.startsWith("visit ") && it.contains("Аня К.")));
  }

  @Test
  void tellsTheScreenWhyACardAtTheReaderWasRefused() {
    Screen.Answer typed = screen.tap("FFFF000011");
    Screen.Answer tapped = screen.post("/tap", "{\"card\":\"FFFF000011\"}");

    assertThat(tapped.status()).isEqualTo(204);
    await().until(() -> !screen.events("refusal").isEmpty());
    assertThat(screen.events("refusal"))
        .as("a typed card has its answer already; one at the reader has the same one")
        .containsExactly(typed.body());
    assertThat(typed.text("code")).isEqualTo("unknown-card");
  }

  @Test
  void tellsNobodyWhoComesLaterOfARefusal() {
    screen.post("/tap", "{\"card\":\"FFFF000011\"}");
    await().until(() -> !screen.events("refusal").isEmpty());

    try (Screen later = new Screen(kiosk.portal()).listen()) {
      later.tap(DemoBuilding.ANYAS_CARD);
      await().until(() -> later.events().stream().anyMatch(it -> it.contains("Аня К.")));

      assertThat(later.events("refusal")).isEmpty();
    }
  }

  @Test
  void refusesASecondKioskOnTheSameData() {
    assertThatThrownBy(district::startKiosk)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("in use");
  }
}
