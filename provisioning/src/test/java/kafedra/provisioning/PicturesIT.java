package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.http.HttpPortal;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DistrictPages;
import kafedra.provisioning.trial.KioskScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page in both languages, as a picture for people in {@code target/screenshots}, and free of
 * what a machine can see: errors of scripts, refused resources, sideways scrolling, words that were
 * not found.
 */
class PicturesIT {
  @TempDir static Path temp;
  private static Trial trial;

  @BeforeAll
  static void open() {
    trial = new Trial(temp, Broker.EMBEDDED, Broker.EMBEDDED);
    HttpPortal portal = new HttpPortal(trial.district().kiosk());
    for (CardHolder pupil : trial.district().cards().holders().subList(3, 8)) {
      portal.arrive(pupil.card());
      portal.leave(pupil.card());
    }
    portal.arrive(trial.pupil(7).card());
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  /** Takes the picture, and looks at what needs no eyes. */
  private static void picture(Page page, String name, String language) {
    Browser.picture(page, name + "-" + language);
    assertThat(page.locator("html").getAttribute("lang")).as(name).isEqualTo(language);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("%s in %s fits the width", name, language)
        .isEqualTo(true);
    assertThat(page.locator("body").innerText())
        .as("%s in %s", name, language)
        .isNotBlank()
        .doesNotContain("undefined", "NaN", "[object");
    assertThat(trial.browser().complaints()).as("errors at %s", name).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void theKiosk(String language) {
    KioskScreen kiosk = trial.kiosk();
    Page page = kiosk.page();
    kiosk.speak(language);
    picture(page, "kiosk-idle", language);
    kiosk.press("help").awaitScreen("help");
    picture(page, "kiosk-help", language);
    kiosk.press("help").awaitScreen("idle");
    kiosk.press("enter-pin").awaitScreen("number");
    picture(page, "kiosk-number", language);
    page.navigate(trial.district().kiosk().toString());
    kiosk.awaitScreen("idle").speak(language);
    kiosk.tap("999999999").awaitScreen("problem");
    picture(page, "kiosk-unknown-card", language);
    page.navigate(trial.district().kiosk().toString());
    kiosk.awaitScreen("idle").speak(language);
    aVisit(kiosk, trial.pupil(0).card(), language);
  }

  private static void aVisit(KioskScreen kiosk, String card, String language) {
    Page page = kiosk.page();
    kiosk.tap(card).awaitScreen("hello");
    picture(page, "kiosk-seats", language);
    kiosk.press("go", "days").awaitScreen("days");
    picture(page, "kiosk-days", language);
    kiosk.press("home").awaitScreen("hello").press("go", "bookings").awaitScreen("bookings");
    picture(page, "kiosk-bookings", language);
    kiosk.press("home").awaitScreen("hello").press("take", "").awaitScreen("opened");
    picture(page, "kiosk-opened", language);
    kiosk.press("go", "session").awaitScreen("session");
    picture(page, "kiosk-session", language);
    kiosk.press("go", "finish").awaitScreen("finish");
    picture(page, "kiosk-finish", language);
    kiosk.press("end").awaitScreen("finished");
    picture(page, "kiosk-finished", language);
    kiosk.leave();
  }

  @Test
  void theDemosCards() {
    Page page = trial.browser().page(390, 844, "ru-RU");
    page.navigate(trial.district().kiosk() + "tap");
    page.locator("#cards button").first().waitFor();
    picture(page, "kiosk-tap", "ru");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void theSignInOfStaff(String language) {
    Page page = trial.browser().page(1366, 768, language);
    DistrictPages pages = new DistrictPages(page, trial.district().controller());
    pages.speak(language);
    picture(page, "district-sign-in", language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void theLibrarian(String language) {
    pages(
        "LIBRARIAN",
        List.of(
            "room",
            "book",
            "class",
            "day",
            "week",
            "people",
            "rules",
            "import",
            "calendar",
            "events",
            "timetable"),
        language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void theSysadmin(String language) {
    pages("SYSADMIN", List.of("devices", "lines", "intake"), language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void theCoordinator(String language) {
    pages("COORDINATOR", List.of("usage"), language);
  }

  private static void pages(String role, List<String> names, String language) {
    DistrictPages pages = trial.staff(role);
    Page page = pages.page();
    pages.speak(language);
    for (String name : names) {
      pages.open(name).settle();
      picture(page, "district-" + name, language);
      page.setViewportSize(390, 844);
      picture(page, "phone-" + name, language);
      page.setViewportSize(1366, 768);
    }
  }
}
