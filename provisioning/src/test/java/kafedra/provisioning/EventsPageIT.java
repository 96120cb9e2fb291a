package kafedra.provisioning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.trial.Audit;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DistrictPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as the coordinator of the district plans them, in a real browser. */
class EventsPageIT {
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

  private static Page events(String language) {
    DistrictPages pages = trial.staff("COORDINATOR");
    pages.speak(language).open("events").settle();
    return pages.page();
  }

  /** Opens the form and asks for the whole of the first room, tomorrow at ten. */
  private static void fill(Page page, String title) {
    page.locator(".page-head button").click();
    page.locator("#event-form input").first().fill(title);
    page.locator(".event-room input[type=checkbox]").first().check();
  }

  @Test
  void booksAndOffersAnotherTimeAndLosesNothingThatWasTyped() {
    Page page = events("ru");
    fill(page, "Олимпиада");
    page.locator(".event-go button[type=submit]").click();
    page.locator(".events-told .notice.good").waitFor();
    assertThat(page.locator(".event-list h3")).hasText("Олимпиада");

    fill(page, "Вебинар");
    page.locator(".event-go button[type=submit]").click();
    page.locator(".events-answer .notice.bad").waitFor();
    assertThat(page.locator("#event-form input").first()).hasValue("Вебинар");
    assertThat(page.locator(".event-room input[type=checkbox]").first()).isChecked();

    page.locator(".events-answer .chip-button").first().click();
    page.locator(".events-answer .notice.good").waitFor();
    assertThat(page.locator(".event-list > li")).hasCount(1);
    page.locator(".event-go button[type=submit]").click();
    assertThat(page.locator(".event-list > li")).hasCount(2);

    page.locator(".event-list > li button.danger").first().click();
    page.locator("dialog button.danger").click();
    assertThat(page.locator(".event-list > li")).hasCount(1);
  }

  @Test
  void saysBesideTheFieldWhatIsMissingAndAsksNothing() {
    Page page = events("ru");
    page.locator(".page-head button").click();
    page.locator(".event-go button").first().click();

    assertThat(page.locator("#event-form input").first()).isFocused();
    assertThat(page.locator("#event-form .fault:visible").allInnerTexts())
        .containsExactly("Напишите название.", "Отметьте хотя бы один зал.");
    assertThat(page.locator(".events-answer .notice").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void fitsAPhoneAndIsAccessible(String language) {
    Page page = events(language);
    page.setViewportSize(360, 740);
    page.locator(".page-head button").click();
    page.locator(".event-room input[type=checkbox]").first().check();

    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
    assertThat(Audit.faults(page)).isEmpty();
    assertThat(page.locator("#main").innerText())
        .doesNotContainPattern("\\bevents\\.[a-z]")
        .doesNotContain("undefined", "null");
    Browser.picture(page, "events-phone-" + language);
    assertThat(trial.browser().complaints()).isEmpty();
  }
}
