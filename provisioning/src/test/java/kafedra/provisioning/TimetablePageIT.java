package kafedra.provisioning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
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

/** A timetable from its file to the annex, in a real browser. */
class TimetablePageIT {
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

  private static void choose(Page page, String... rows) {
    chooseUnder(page, "предмет,класс,кабинет,день,время", rows);
  }

  private static void chooseUnder(Page page, String header, String... rows) {
    String text = header + "\n" + String.join("\n", rows) + "\n";
    page.locator("#timetable-file")
        .setInputFiles(
            new FilePayload("school.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void showsWhatWillHappenAndThenDoesIt() {
    DistrictPages pages = trial.staff("LIBRARIAN");
    Page page = pages.page();
    pages.speak("ru").open("timetable").settle();
    page.locator("#timetable-order").fill("17-р");

    choose(
        page,
        "Информатика,99Я,Нет такого кабинета,вт,10:00-10:45",
        "Сломано,7А,Зал,мимо,10:00-10:45");
    page.locator(".notice.honey").waitFor();
    assertThat(page.locator(".timetable-problems li")).hasCount(1);
    assertThat(page.locator(".timetable-problems li").first()).containsText("мимо");
    assertThat(page.locator(".timetable-names").last()).containsText("Нет такого кабинета");

    page.locator(".notice.honey .button.main").click();
    page.locator(".notice.good").waitFor();
    Locator version = page.locator(".timetable-versions li").first();
    assertThat(version).containsText("17-р");
    version.locator("button").click();
    assertThat(page.locator(".timetable-annex h2")).containsText("17-р");
    assertThat(trial.browser().complaints()).isEmpty();
  }

  @Test
  void listsTeachersThatAreNobodyAndPrintsTheAnnex() {
    DistrictPages pages = trial.staff("LIBRARIAN");
    Page page = pages.page();
    pages.speak("ru").open("timetable").settle();
    page.locator("#timetable-order").fill("18-р");
    chooseUnder(
        page,
        "предмет,класс,учитель,кабинет,день,время",
        "Информатика,8А,Неизвестная А. П.,Зал,вт,10:00-10:45",
        "Физика,8А,,Зал,ср,10:00-10:45");
    page.locator(".notice.honey").waitFor();
    assertThat(page.locator("#main")).containsText("Неизвестная А. П.: такого учителя в школе нет");
    Browser.picture(page, "timetable-report-ru");

    page.locator(".notice.honey .button.main").click();
    page.locator(".notice.good").waitFor();
    page.locator(".timetable-versions li:has-text('18-р') button").click();
    assertThat(page.locator(".timetable-annex")).containsText("Информатика");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Browser.picture(page, "timetable-annex-paper-ru");
    assertThat(page.locator(".timetable-annex table")).isVisible();
    assertThat(page.locator("nav").first()).isHidden();
    assertThat(trial.browser().complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void fitsAPhone(String language) {
    DistrictPages pages = trial.staff("LIBRARIAN");
    Page page = pages.page();
    page.setViewportSize(360, 740);
    pages.speak(language).open("timetable").settle();
    choose(page, "Информатика,99Я,Нет такого кабинета,вт,10:00-10:45");
    page.locator(".notice.honey").waitFor();

    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
    assertThat(page.locator("#main").innerText())
        .doesNotContainPattern("\\btimetable\\.[A-Za-z]")
        .doesNotContain("undefined", "null");
    Browser.picture(page, "timetable-phone-" + language);
    assertThat(trial.browser().complaints()).isEmpty();
  }
}
