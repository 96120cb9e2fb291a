package kafedra.provisioning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DistrictPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of booking as a librarian sets them, in a real browser. */
class RulesPageIT {
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

  private static Locator rule(Page page, String heading) {
    return page.locator(
        ".rule", new Page.LocatorOptions().setHas(page.locator("h2:text-is('" + heading + "')")));
  }

  @Test
  void savesASwitchAndANumberAndShowsThemAgain() {
    DistrictPages pages = trial.staff("LIBRARIAN");
    Page page = pages.page();
    pages.speak("ru").open("rules").settle();

    Locator gap = rule(page, "Промежуток между бронями");
    assertThat(gap.locator("input[type=number]").isDisabled()).isTrue();
    gap.locator("label:has-text('Соблюдать')").click();
    gap.locator("input[type=number]").fill("20");
    page.locator(".rules-save button").click();
    page.locator(".notice.good").waitFor();

    page.reload();
    pages.settle();
    page.locator(".rule").first().waitFor();
    assertThat(gap.locator("input[type=number]").inputValue()).isEqualTo("20");
    assertThat(gap.locator("input[value=ON]").isChecked()).isTrue();
  }

  @Test
  void saysTheRangeBesideANumberThatDoesNotFitAndSendsNothing() {
    DistrictPages pages = trial.staff("LIBRARIAN");
    Page page = pages.page();
    pages.speak("ru").open("rules").settle();

    Locator daily = rule(page, "Минут в день");
    daily.locator("input[type=number]").fill("5000");
    page.locator(".rules-save button").click();

    assertThat(daily.locator(".fault").innerText()).isEqualTo("От 5 до 720");
    assertThat(daily.locator("input[type=number]")).isFocused();
    assertThat(page.locator(".notice.good").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void fitsAPhone(String language) {
    DistrictPages pages = trial.staff("LIBRARIAN");
    Page page = pages.page();
    page.setViewportSize(360, 740);
    pages.speak(language).open("rules").settle();
    page.locator(".rule").first().waitFor();

    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
    assertThat(page.locator("#main").innerText())
        .doesNotContainPattern("\\b(rules?|norms)\\.[A-Za-z]")
        .doesNotContain("undefined", "null");
    Browser.picture(page, "rules-phone-" + language);
    assertThat(trial.browser().complaints()).isEmpty();
  }
}
