package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.http.CoordinatorDesk;
import kafedra.provisioning.http.HttpPortal;
import kafedra.provisioning.trial.Books;
import kafedra.provisioning.trial.DistrictPages;
import kafedra.provisioning.trial.KioskScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a pupil through real programs and real pages, in calm and while things break.
 */
class SchoolDayIT {
  private static final double MS_PER_HOUR = 3_600_000.0;

  @TempDir static Path temp;
  private static Trial trial;

  @BeforeAll
  static void open() {
    trial = new Trial(temp, Broker.EMBEDDED, Broker.EMBEDDED);
    // hours of fewer than five people are not shown to a coordinator
    HttpPortal portal = new HttpPortal(trial.district().kiosk());
    for (CardHolder pupil : trial.district().cards().holders().subList(3, 8)) {
      portal.arrive(pupil.card());
      portal.leave(pupil.card());
    }
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(
        InstantSource.system().instant(), trial.district().district().zone());
  }

  @Test
  void aTapOpensASeatTheRoomShowsItAndTheHoursGrow() {
    trial.everySessionEnded();
    trial.everyRecordArrivedOnce();
    CoordinatorDesk desk =
        new CoordinatorDesk(trial.district().controller(), trial.member("COORDINATOR"));
    CoordinatorDesk.Total before = desk.total(today());
    DistrictPages librarian = trial.staff("LIBRARIAN").open("room");
    librarian.page().evaluate("window.notReloaded = true");
    CardHolder pupil = trial.pupil(0);
    KioskScreen kiosk = trial.kiosk();

    String label = kiosk.takeAnySeat(pupil.card());
    trial.awaitScreen(label, "OPEN");
    assertThat(librarian.seat(label, "in-use").innerText()).contains(pupil.lastName());
    kiosk.leave().signOut(pupil.card());
    trial.awaitScreen(label, "LOCKED");
    librarian.seat(label, "free");
    assertThat(librarian.page().evaluate("window.notReloaded")).isEqualTo(true);

    trial.everySessionEnded();
    trial.everyRecordArrivedOnce();
    Books.SessionRow row = trial.books().sessions().getLast();
    assertThat(row.endReason()).contains("SIGNED_OUT");
    assertThat(row.signedInMs()).isPositive();
    await("the hours have grown")
        .atMost(Duration.ofSeconds(20))
        .until(() -> desk.total(today()).sessions() == before.sessions() + 1);
    CoordinatorDesk.Total after = desk.total(today());
    assertThat(after.signedInHours() - before.signedInHours())
        .isCloseTo(row.signedInMs() / MS_PER_HOUR, within(0.0002));
    DistrictPages coordinator = trial.staff("COORDINATOR").open("usage");
    assertThat(coordinator.sessionsShown()).isEqualTo(after.sessions());
  }

  @Test
  void aCutLineIsNotNoticedAndNothingIsLostOrDoubled() {
    CardHolder pupil = trial.pupil(1);
    CardHolder next = trial.pupil(2);
    KioskScreen kiosk = trial.kiosk();
    String label = kiosk.takeAnySeat(pupil.card());
    kiosk.leave();
    trial.district().line().cut();

    kiosk.signOut(pupil.card()).leave();
    trial.awaitScreen(label, "LOCKED");
    String nextLabel = kiosk.takeAnySeat(next.card());
    trial.awaitScreen(nextLabel, "OPEN");
    kiosk.leave().signOut(next.card()).leave();
    trial.awaitScreen(nextLabel, "LOCKED");
    assertThat(trial.books().taken()).hasSizeLessThan(trial.books().written().size());

    trial.district().line().heal();
    trial.everyRecordArrivedOnce();
    trial.everySessionEnded();
  }

  @Test
  void killedProgramsComeBackAndNothingIsLostOrDoubled() {
    CardHolder pupil = trial.pupil(3);
    KioskScreen kiosk = trial.kiosk();
    String label = kiosk.takeAnySeat(pupil.card());
    kiosk.leave();
    trial.awaitScreen(label, "OPEN");
    for (String program : List.of(DistrictUnderTest.CONTROLLER, DistrictUnderTest.KIOSK)) {
      trial.district().kill(program);
      assertThat(trial.district().screen(Trial.seat(label)))
          .as("the screen while " + program + " is away")
          .isEqualTo("OPEN");
    }
    kiosk.awaitBack().awaitScreen("idle");
    trial.district().awaitRoom();
    kiosk.signOut(pupil.card()).leave();
    trial.awaitScreen(label, "LOCKED");
    trial.everyRecordArrivedOnce();
    trial.everySessionEnded();
  }
}
