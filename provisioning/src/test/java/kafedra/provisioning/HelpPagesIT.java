package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.trial.Audit;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DistrictPages;
import kafedra.provisioning.trial.KioskScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pupil needs somebody: from the kiosk to the librarian's room and back. */
class HelpPagesIT {
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

  private static CardHolder staff() {
    return trial.district().cards().holders().getLast();
  }

  @Test
  void theLibrarianSeesWhoCallsAndWhatIsBrokenAndTheChildSeesThatSomebodyComes() {
    KioskScreen kiosk = trial.kiosk();
    Page screen = kiosk.page();
    String seat = kiosk.takeAnySeat(trial.pupil(0).card());
    kiosk.press("help").awaitScreen("help").press("go", "call").awaitScreen("call").press("call");
    screen.locator("main.screen-call [data-do='call-back']").waitFor();

    DistrictPages pages = trial.staff("LIBRARIAN");
    Page room = pages.page();
    pages.open("room");
    Locator call = room.locator(".call");
    call.waitFor();
    assertThat(call.innerText()).contains("Место " + seat).doesNotContain("undefined");
    assertThat(Audit.faults(room)).as("the room with a call").isEmpty();
    Browser.picture(room, "district-room-call-ru");
    call.locator("button").click();
    screen.locator("main.screen-call >> text=Идут к тебе!").waitFor();
    room.locator(".call.answered").waitFor();

    kiosk.press("home").awaitScreen("session").press("help").awaitScreen("help");
    kiosk.press("fault-start").awaitScreen("fault").press("report-fault", "MOUSE");
    kiosk.awaitScreen("reported").press("home").awaitScreen("session").leave();
    Locator fault = room.locator(".seat-fault");
    fault.waitFor();
    assertThat(Audit.faults(room)).as("the room with a fault").isEmpty();
    Browser.picture(room, "district-room-fault-ru");

    kiosk.tap(staff().card()).awaitScreen("staff").press("go", "staff-seats");
    kiosk.awaitScreen("staff-seats").press("staff-seat", "opora-" + other(seat));
    kiosk.awaitScreen("staff-seat").press("staff-close");
    pages.seat(other(seat), "out");
    kiosk.press("staff-open");
    pages.seat(other(seat), "free");
    kiosk.leave();
    assertThat(trial.browser().complaints()).isEmpty();
  }

  private static String other(String seat) {
    return seat.equals("3") ? "1" : "3";
  }
}
