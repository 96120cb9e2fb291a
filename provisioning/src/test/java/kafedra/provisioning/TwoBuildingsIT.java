package kafedra.provisioning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import kafedra.contract.id.WorkstationId;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.DistrictUnderTest.Shape;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.demo.District.StaffMember;
import kafedra.provisioning.http.HttpPortal;
import kafedra.provisioning.lively.Portal.Arrival;
import kafedra.provisioning.trial.Books;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DistrictPages;
import kafedra.provisioning.trial.KioskScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One person, two buildings with a kiosk program each. Neither kiosk asks the other before it gives
 * a seat: a cut line must not keep anybody from a seat. The controller sees both, and has the older
 * session ended as soon as its kiosk is reached.
 */
class TwoBuildingsIT {
  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir static Path temp;
  private static DistrictUnderTest district;

  @BeforeAll
  static void open() {
    district = DistrictUnderTest.start(temp, Shape.TWO_BUILDINGS, Broker.EMBEDDED, Broker.EMBEDDED);
  }

  @AfterAll
  static void close() {
    district.close();
  }

  private static Books books() {
    return new Books(
        district.folder().data(DistrictUnderTest.KIOSK),
        district.folder().data(DistrictUnderTest.CONTROLLER));
  }

  private static void sits(HttpPortal portal, CardHolder who) {
    assertThat(portal.arrive(who.card())).isInstanceOf(Arrival.Seated.class);
  }

  /** Sessions that the controller believes to run. */
  private static List<Books.SessionRow> running() {
    return books().sessions().stream().filter(it -> it.endReason().isEmpty()).toList();
  }

  private static void soon(String what, Callable<Boolean> seen) {
    await(what).atMost(SOON).pollInterval(Duration.ofMillis(300)).until(seen);
  }

  private static boolean isOpen(String seat) {
    return district.screen(new WorkstationId(seat)).equals("OPEN");
  }

  private static long open(String building) {
    return district.district().sites().stream()
        .filter(site -> site.building().value().equals(building))
        .flatMap(site -> site.workstations().stream())
        .filter(seat -> isOpen(seat.value()))
        .count();
  }

  @Test
  void aSecondSeatInAnotherBuildingEndsTheFirstAndSaysWhyThere() {
    CardHolder pupil = district.cards().holders().get(0);
    try (HttpPortal here = new HttpPortal(district.kiosk(0));
        HttpPortal beside = new HttpPortal(district.kiosk(1));
        Browser browser = new Browser()) {
      sits(here, pupil);
      soon("the first seat is open", () -> open("opora-dom") == 1);
      soon("the controller knows of the first", () -> running().size() == 1);

      sits(beside, pupil);

      soon("the first seat is locked", () -> open("opora-dom") == 0);
      soon("the second stays", () -> open("beside-dom") == 1);
      soon("one is left", () -> running().size() == 1);
      assertThat(books().sessions().getFirst().endReason()).contains("SIGNED_IN_ELSEWHERE");
      KioskScreen kiosk =
          new KioskScreen(
              browser.page(KioskScreen.WIDTH, KioskScreen.HEIGHT, "ru-RU"), district.kiosk(0));
      kiosk.tap(pupil.card());
      kiosk.page().getByText("Ты вошёл в другом месте").waitFor();
      Browser.picture(kiosk.page(), "kiosk-ended-elsewhere-ru");

      beside.leave(pupil.card());
      soon("nobody sits", () -> running().isEmpty());
    }
  }

  @Test
  void ofABuildingThatIsCutOffStaffSeeBothAndTheOlderEndsWhenTheLineIsBack() {
    CardHolder pupil = district.cards().holders().get(1);
    try (HttpPortal here = new HttpPortal(district.kiosk(0));
        HttpPortal beside = new HttpPortal(district.kiosk(1));
        Browser browser = new Browser()) {
      sits(here, pupil);
      soon("the controller knows of the first", () -> running().size() == 1);
      district.line().cut();

      sits(beside, pupil);

      soon("the controller knows of both", () -> running().size() == 2);
      assertThat(open("opora-dom")).as("a cut line ends nothing").isEqualTo(1);
      StaffMember librarian = district.district().staff("LIBRARIAN", DistrictUnderTest.SCHOOL);
      Page page = browser.page(1366, 768, "ru-RU");
      DistrictPages pages =
          new DistrictPages(page, district.controller())
              .signIn(librarian.login(), librarian.password());
      for (String lab : List.of("opora-zal", "beside-zal")) {
        pages.open("room?lab=" + lab).settle();
        page.locator(".seat-map .seat.is-in-use").getByText(pupil.lastName()).first().waitFor();
        page.locator(".seat-map .seat.is-in-use").click();
        assertThat(page.locator("dialog[open]")).containsText("Сидит ещё в одном месте");
        assertThat(page.locator("dialog[open]"))
            .containsText(lab.equals("opora-zal") ? "Малый зал" : "Зал");
        Browser.picture(page, "district-two-places-" + lab);
        page.keyboard().press("Escape");
      }

      district.line().heal();
      soon("the older is ended", () -> open("opora-dom") == 0);
      soon("one is left", () -> running().size() == 1);
      assertThat(open("beside-dom")).isEqualTo(1);

      beside.leave(pupil.card());
      soon("nobody sits", () -> running().isEmpty());
    }
  }
}
