package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.http.HttpPortal;
import kafedra.provisioning.trial.Audit;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DistrictPages;
import kafedra.provisioning.trial.KioskScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A full room, and two who wait: at the kiosk, on the public display, and beside the librarian's
 * room.
 */
class QueuePagesIT {
  @TempDir static Path temp;
  private static Trial trial;

  @BeforeAll
  static void open() {
    trial = new Trial(temp, Broker.EMBEDDED, Broker.EMBEDDED);
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  private static String draw(KioskScreen kiosk, CardHolder pupil, String language) {
    kiosk.speak(language);
    kiosk.tap(pupil.card()).awaitScreen("hello");
    Page page = kiosk.page();
    Locator queue = page.locator("main.screen-hello [data-do='queue']");
    Locator choice = page.locator("main.screen-hello [data-do='go'][data-arg='line']");
    queue.or(choice).first().waitFor();
    if (queue.count() == 0) {
      choice.first().click();
      kiosk.awaitScreen("line");
      assertThat(Audit.faults(page)).as("the choice of a seat to wait for").isEmpty();
      Browser.picture(page, "kiosk-line-" + language);
      page.locator("main.screen-line [data-do='queue']").click();
    } else {
      queue.click();
    }
    Locator number = page.locator("main.screen-hello .ticket-number");
    number.waitFor();
    String drawn = number.innerText().strip();
    assertThat(Audit.faults(page)).as("the number").isEmpty();
    Browser.picture(page, "kiosk-queue-" + language);
    kiosk.leave();
    return drawn;
  }

  @Test
  void showsNumbersToAllAndNamesToTheLibrarianAlone() {
    try (HttpPortal portal = new HttpPortal(trial.district().kiosk())) {
      for (int i = 0; i < 3; i++) {
        portal.arrive(trial.pupil(i).card());
      }
      KioskScreen kiosk = trial.kiosk();
      String first = draw(kiosk, trial.pupil(3), "en");
      String second = draw(kiosk, trial.pupil(4), "ru");

      Page display = trial.browser().page(1920, 1080, "ru-RU");
      display.navigate(trial.district().kiosk() + "display");
      display.locator(".next-number").nth(1).waitFor();
      assertThat(display.locator(".next-number").allInnerTexts())
          .containsExactlyInAnyOrder(first, second)
          .isSorted();
      assertThat(Audit.faults(display)).as("the display").isEmpty();
      Browser.picture(display, "kiosk-display-ru");

      DistrictPages pages = trial.staff("LIBRARIAN");
      Page room = pages.page();
      pages.open("room");
      room.locator(".queued").nth(1).waitFor();
      String shown = room.locator(".queue-list").innerText();
      assertThat(shown).contains(first, second).doesNotContain("undefined", "NaN");
      assertThat(Audit.faults(room)).as("the room").isEmpty();
      Browser.picture(room, "district-room-queue-ru");
      String name = room.locator(".queue-name").first().innerText().strip();
      assertThat(display.locator("body").innerText())
          .doesNotContain(name.substring(0, name.indexOf(' ')));

      room.locator(".queued").first().locator("button").last().click();
      room.locator(".queued").nth(1).waitFor(hidden());
      display.locator(".next-number").nth(1).waitFor(hidden());
      assertThat(display.locator(".next-number").allInnerTexts()).hasSize(1);

      portal.leave(trial.pupil(0).card());
      display.locator(".called-number").waitFor();
      assertThat(Audit.faults(display)).as("the display that calls").isEmpty();
      Browser.picture(display, "kiosk-display-called-ru");
      Page english = trial.browser().page(1920, 1080, "en-GB");
      english.navigate(trial.district().kiosk() + "display");
      english.locator(".called-number").waitFor();
      Browser.picture(english, "kiosk-display-called-en");
      room.locator(".queued.called").waitFor();
    }
    assertThat(trial.browser().complaints()).isEmpty();
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }
}
