package kafedra.provisioning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.http.HttpPortal;
import kafedra.provisioning.trial.Audit;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DayBoard;
import kafedra.provisioning.trial.DistrictPages;
import kafedra.provisioning.trial.KioskScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The school year and closed days as a librarian handles them, in a real browser. */
class CalendarPageIT {
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

  private static Page calendar(String language) {
    DistrictPages pages = trial.staff("LIBRARIAN");
    pages.speak(language).open("calendar");
    pages.page().locator(".year-months").waitFor();
    return pages.page();
  }

  private static Locator sheet(Page page, String heading) {
    return page.locator(
        "section.sheet",
        new Page.LocatorOptions().setHas(page.locator("h2:text-is('" + heading + "')")));
  }

  /** A day of the page's own year, some days after today. */
  private static void setDay(Page page, int field, int daysAhead) {
    page.locator("dialog input[type=date]")
        .nth(field)
        .evaluate(
            """
            (input, days) => {
              input.value = new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);
              input.dispatchEvent(new Event("change"));
            }
            """,
            daysAhead);
  }

  @Test
  void holidaysAreInTheYearAtOnceAndAMistakeIsNamedAndNotSaved() {
    Page page = calendar("ru");
    sheet(page, "Каникулы и праздники").locator(".sheet-head button").click();
    page.locator("dialog input[type=text]").first().fill("Проба");
    setDay(page, 0, 5);
    setDay(page, 1, 3);
    page.locator("dialog button[type=submit]").click();
    assertThat(page.locator("dialog .fault")).containsText("«Проба»: Последний день раньше");

    setDay(page, 1, 6);
    page.locator("dialog button[type=submit]").click();
    page.locator(".notice.good").waitFor();

    assertThat(page.locator("button.year-day.holiday")).hasCount(2);
    assertThat(page.locator("button.year-day.holiday").first().getAttribute("aria-label"))
        .contains("каникулы или праздник, Проба");
    sheet(page, "Каникулы и праздники").locator("li button").first().click();
    page.locator("dialog button.danger").click();
    assertThat(page.locator("button.year-day.holiday")).hasCount(0);
  }

  @Test
  void holidaysOverABookingAskWhatBecomesOfItAndListWhomToTell() {
    DistrictPages pages = trial.staff("LIBRARIAN").speak("ru");
    ZoneId zone = trial.district().district().zone();
    LocalDate day = LocalDate.ofInstant(InstantSource.system().instant(), zone).plusDays(9);
    DayBoard.of(pages, day).given("hit", "person", "Речкин", "opora-1", "09:00/09:40", zone);
    pages.open("calendar");
    Page page = pages.page();
    page.locator(".year-months").waitFor();
    sheet(page, "Каникулы и праздники").locator(".sheet-head button").click();
    page.locator("dialog input[type=text]").first().fill("Морозы");
    setDay(page, 0, 9);
    setDay(page, 1, 9);
    page.locator("dialog button[type=submit]").click();

    Locator asked = page.locator("dialog").last();
    assertThat(asked).containsText("Речкин");
    Browser.picture(page, "calendar-hit");
    asked.locator("button:has-text('Назад')").click();
    assertThat(page.locator("dialog input[type=text]").first()).hasValue("Морозы");
    assertThat(page.locator("button.year-day.holiday")).hasCount(0);

    page.locator("dialog button[type=submit]").click();
    page.locator("dialog").last().locator("button.danger").click();
    Locator told = page.locator("dialog:has-text('Кого предупредить: 1 бронь')");
    assertThat(told).containsText("Речкин");
    page.keyboard().press("Escape");
    sheet(page, "Каникулы и праздники").locator("li button").first().click();
    page.locator("dialog button.danger").click();
    assertThat(page.locator("button.year-day.holiday")).hasCount(0);
  }

  @Test
  void aSchoolIsClosedAfterAPreviewAndOpenedAgain() {
    Page page = calendar("ru");
    sheet(page, "Закрытые дни").locator(".sheet-head button").click();
    setDay(page, 0, 20);
    setDay(page, 1, 21);
    page.locator("dialog select").nth(1).selectOption("REMOTE");
    page.locator("dialog input[type=text]").fill("Мороз");
    page.locator("dialog button[type=submit]").click();
    assertThat(page.locator("button.year-day.remote")).hasCount(0);

    page.locator("dialog button.danger").click();
    assertThat(page.locator("button.year-day.remote")).hasCount(2);
    assertThat(page.locator("dialog")).containsText("Мороз");

    page.locator("dialog button.danger").click();
    page.locator("dialog").last().locator("button.danger").click();
    assertThat(page.locator("button.year-day.remote")).hasCount(0);
    page.keyboard().press("Escape");
    assertThat(sheet(page, "Закрытые дни")).containsText("снова открыто");
  }

  private static final String MINUTES_LEFT =
      """
      async () => {
        const live = await (await fetch('/api/v1/labs/opora-zal/live')).json();
        const left = live.seats.filter((seat) => seat.session).map((seat) => Date.parse(seat.session.plannedEnd) - Date.parse(live.at));
        return left.length === 1 ? left[0] / 60000 : 999;
      }
      """;

  @Test
  void closingTodayTellsWhoSitsThereShortensThemAndTheKioskSaysWhy() {
    Page page = calendar("ru");
    try (HttpPortal portal = new HttpPortal(trial.district().kiosk())) {
      portal.arrive(trial.pupil(0).card());
      page.waitForCondition(() -> minutesLeft(page) < 31);
      sheet(page, "Закрытые дни").locator(".sheet-head button").click();
      page.locator("dialog select").nth(2).selectOption("ENDS");
      page.locator("dialog input[type=text]").fill("Прорвало трубу");
      page.locator("dialog button[type=submit]").click();
      assertThat(page.locator("dialog")).containsText("Сейчас сидят: Зал — 1");
      Browser.picture(page, "closing-today-preview-ru");
      page.locator("dialog button.danger").click();

      page.waitForCondition(() -> minutesLeft(page) <= 2);
      KioskScreen kiosk = trial.kiosk();
      for (String language : List.of("ru", "en")) {
        kiosk.speak(language);
        assertThat(kiosk.page().locator("body")).containsText("Прорвало трубу");
        Browser.picture(kiosk.page(), "kiosk-closed-today-" + language);
      }
      page.locator("dialog button.danger").click();
      page.locator("dialog").last().locator("button.danger").click();
      assertThat(sheet(page, "Закрытые дни")).containsText("снова открыто");
      portal.leave(trial.pupil(0).card());
    }
  }

  private static double minutesLeft(Page page) {
    return ((Number) page.evaluate(MINUTES_LEFT)).doubleValue();
  }

  @Test
  void arrowKeysLeadFromDayToDay() {
    Page page = calendar("en");
    page.locator("button.year-day[tabindex='0']").focus();
    page.keyboard().press("ArrowDown");
    Locator next = page.locator("button.year-day[tabindex='0']");
    assertThat(next).isFocused();
    assertThat(next).not().hasAttribute("aria-current", "date");

    page.keyboard().press("Enter");
    assertThat(page.locator("dialog h2")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void fitsAPhoneAndHasNoFaultThatAxeSees(String language) {
    Page page = calendar(language);
    page.setViewportSize(360, 740);

    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
    assertThat(page.locator("#main").innerText())
        .doesNotContainPattern("\\b(calendar|closures|weekday|shift)\\.[A-Za-z]")
        .doesNotContain("undefined", "null");
    assertThat(Audit.faults(page)).isEmpty();
    Browser.picture(page, "calendar-phone-" + language);
  }
}
