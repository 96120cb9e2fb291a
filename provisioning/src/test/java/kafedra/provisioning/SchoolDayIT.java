package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kafedra.contract.id.WorkstationId;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.trial.Books;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DistrictPages;
import kafedra.provisioning.trial.KioskScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a pupil through real programs and real pages, in calm and while things break.
 * Embedded brokers.
 */
class SchoolDayIT {
  @TempDir static Path temp;
  private static DistrictUnderTest district;
  private static Browser browser;

  @BeforeAll
  static void open() {
    district = DistrictUnderTest.start(temp, Broker.EMBEDDED, Broker.EMBEDDED);
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    district.close();
  }

  private static CardHolder pupil(int index) {
    return district.cards().holders().get(index);
  }

  private static KioskScreen kiosk() {
    return new KioskScreen(
        browser.page(KioskScreen.WIDTH, KioskScreen.HEIGHT, "ru-RU"), district.kiosk());
  }

  private static DistrictPages staff(String role) {
    Page page = browser.page(1366, 768, "ru-RU");
    var member = district.district().staff(role, DistrictUnderTest.SCHOOL);
    return new DistrictPages(page, district.controller()).signIn(member.login(), member.password());
  }

  private static WorkstationId seat(String label) {
    return new WorkstationId("opora-" + label);
  }

  private static void awaitScreen(String label, String wanted) {
    await("screen " + label + " is " + wanted)
        .atMost(Duration.ofSeconds(15))
        .until(() -> district.screen(seat(label)).equals(wanted));
  }

  private static Books books() {
    return new Books(
        district.folder().data(DistrictUnderTest.KIOSK),
        district.folder().data(DistrictUnderTest.CONTROLLER));
  }

  /** Every record of the kiosk is at the controller, once, under its number and with its type. */
  private static void everyRecordArrivedOnce() {
    await("every record arrived")
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(books().taken()).isEqualTo(books().written()));
    assertThat(books().streams()).isEqualTo(1);
  }

  @Test
  void aTapOpensASeatTheRoomShowsItAndTheHoursGrow() {
    DistrictPages librarian = staff("LIBRARIAN");
    librarian.open("room");
    librarian.page().evaluate("window.notReloaded = true");
    CardHolder pupil = pupil(0);
    KioskScreen kiosk = kiosk();

    String label = kiosk.takeAnySeat(pupil.card());
    awaitScreen(label, "OPEN");
    assertThat(librarian.seat(label, "in-use").innerText()).contains(pupil.lastName());

    kiosk.leave().signOut(pupil.card());
    awaitScreen(label, "LOCKED");
    librarian.seat(label, "free");
    assertThat(librarian.page().evaluate("window.notReloaded")).isEqualTo(true);

    everyRecordArrivedOnce();
    Books.SessionRow row = books().sessions().getLast();
    assertThat(row.endReason()).contains("SIGNED_OUT");
    assertThat(row.signedInMs()).isPositive();
  }

  @Test
  void aCutLineIsNotNoticedAndNothingIsLostOrDoubled() {
    CardHolder pupil = pupil(1);
    KioskScreen kiosk = kiosk();
    String label = kiosk.takeAnySeat(pupil.card());
    kiosk.leave();
    district.line().cut();

    kiosk.signOut(pupil.card()).leave();
    awaitScreen(label, "LOCKED");
    String next = kiosk.takeAnySeat(pupil(2).card());
    awaitScreen(next, "OPEN");
    kiosk.leave().signOut(pupil(2).card()).leave();
    assertThat(books().taken()).hasSizeLessThan(books().written().size());

    district.line().heal();
    everyRecordArrivedOnce();
  }

  @Test
  void killedProgramsComeBackAndNothingIsLostOrDoubled() {
    CardHolder pupil = pupil(3);
    KioskScreen kiosk = kiosk();
    String label = kiosk.takeAnySeat(pupil.card());
    kiosk.leave();
    awaitScreen(label, "OPEN");
    for (String program : List.of(DistrictUnderTest.CONTROLLER, DistrictUnderTest.KIOSK)) {
      district.kill(program);
      assertThat(district.screen(seat(label)))
          .as("during the absence of " + program)
          .isEqualTo("OPEN");
    }
    kiosk.awaitBack().awaitScreen("idle");
    district.awaitRoom();
    kiosk.signOut(pupil.card()).leave();
    awaitScreen(label, "LOCKED");
    everyRecordArrivedOnce();
    assertThat(books().sessions())
        .filteredOn(row -> row.endReason().isEmpty())
        .as("sessions without an end")
        .isEmpty();
  }
}
