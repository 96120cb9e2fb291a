package kafedra.provisioning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DayBoard;
import kafedra.provisioning.trial.DistrictPages;
import kafedra.provisioning.trial.Finger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a librarian does against what stands there: making room by priority, an exception with a
 * reason; and the board with nothing but keys, or a finger. Each test has a day of its own.
 */
class RulesAtTheBoardIT {
  private static final String FIRST_LESSON = "09:00–09:40";
  private static final String SECOND_LESSON = "16:00–16:40";

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

  @AfterEach
  void nothingWasComplainedOf() {
    trial.browser().closePages();
    assertThat(trial.browser().complaints())
        .as("errors on the pages")
        .allMatch(it -> it.contains("status of 409") || it.contains("status of 422"));
  }

  private static ZoneId zone() {
    return trial.district().district().zone();
  }

  private static LocalDate inDays(int days) {
    return LocalDate.ofInstant(InstantSource.system().instant(), zone()).plusDays(days);
  }

  private static DayBoard board(int day) {
    return DayBoard.of(trial.staff("LIBRARIAN").speak("ru"), inDays(day));
  }

  private static DayBoard taken(DayBoard board, String id, String who, String seat, String time) {
    return board.given(id, "person", who, seat, time, zone());
  }

  /** A lesson of the class on the first two seats. */
  private static void lesson(DayBoard board, String time) {
    board.drag(board.cell("1", time), board.cell("2", time)).choose("8А");
    board.page().locator("dialog[open] button[type=submit]").click();
    board.page().locator(".day-bar:has-text('8А')").waitFor();
  }

  @Test
  void aLessonMakesRoomForItselfWithOnePressAndTellsWhom() {
    DayBoard board = board(1).open();
    taken(board, "first", "Луговая", "opora-1", "09:00/09:40");
    taken(board, "second", "Речкин", "opora-2", "09:00/09:40");
    taken(board, "third", "Полевая", "opora-3", "09:00/09:40").open();
    Page page = board.page();

    board.drag(board.cell("1", SECOND_LESSON), board.cell("2", SECOND_LESSON));
    page.locator("dialog[open] input.time").nth(0).fill("09:00");
    page.locator("dialog[open] input.time").nth(1).fill("09:40");
    page.locator("dialog[open] input.time").nth(1).press("Tab");
    board.choose("8А");
    Locator offer = page.locator("dialog[open] .notice.honey");
    assertThat(offer).containsText("Луговая Анна");
    assertThat(offer).containsText("Речкин Борис");
    assertThat(offer).not().containsText("Полевая");
    Browser.picture(page, "making-room-ru");
    offer.locator("button").click();

    Locator told = page.locator("dialog[open]");
    assertThat(told).containsText("Скажите этим людям");
    assertThat(told).containsText("останутся без мест");
    told.locator(".button.main").click();
    assertThat(page.locator(".day-bar:has-text('8А')")).containsText("2 места");
    assertThat(board.bar("first")).hasCount(0);
    assertThat(board.bar("third")).isVisible();
  }

  @Test
  void aStretchedLessonMakesRoomTooAndTellsWhom() {
    DayBoard board = board(2).open();
    lesson(board, FIRST_LESSON);
    taken(board, "later", "Озеров", "opora-2", "09:45/10:30").open();
    Page page = board.page();
    board.bar("later").waitFor();

    board.stretch(page.locator(".day-bar:has-text('8А')"), 22);
    Locator dialog = page.locator("dialog[open]");
    assertThat(dialog.locator(".notice.bad").first()).containsText("Озеров");
    assertThat(dialog.locator(".notice.honey")).containsText("Озеров");
    dialog.locator(".notice.honey button").click();

    assertThat(page.locator("dialog[open]")).containsText("Озеров Глеб");
    assertThat(page.locator("dialog[open]")).containsText("останутся без мест");
    page.locator("dialog[open] .button.main").click();
    assertThat(page.locator(".day-bar:has-text('8А')")).hasAttribute("data-time", "09:00–10:00");
    assertThat(board.bar("later")).hasCount(0);
  }

  @Test
  void anExceptionNeedsAReasonAndStandsInTheHistory() {
    DayBoard board = board(3).open();
    Page page = board.page();
    board.cell("1", FIRST_LESSON).click();
    page.locator("dialog[open] input.time").nth(1).fill("12:30");
    page.locator("dialog[open] input.time").nth(1).press("Tab");
    board.choose("Луговая");
    Locator override = page.locator("dialog[open] .override").first();
    override.locator("button").click();
    assertThat(override.locator("input")).isFocused();
    assertThat(page.locator(".day-bar")).hasCount(0);

    override.locator("input").fill("Олимпиада в субботу");
    override.locator("button").click();

    assertThat(page.locator(".day-bar")).containsText("Луговая");
    page.locator(".day-bar").click();
    page.locator("dialog[open] .history-box summary").click();
    Locator history = page.locator("dialog[open] .history");
    assertThat(history).containsText("Исключение из правила");
    assertThat(history).containsText("Минут в день");
    assertThat(history).containsText("Олимпиада в субботу");
    Browser.picture(page, "override-history-ru");
  }

  @Test
  void aBookingIsMadeWithKeysAlone() {
    DayBoard board = board(4).open();
    Page page = board.page();
    page.locator("h1").click();
    tabTo(page, ".day-cell");

    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.locator("dialog[open]").waitFor();
    page.keyboard().type("Речкин");
    page.locator("dialog[open] [role=option]:has-text('Речкин')").waitFor();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    tabTo(page, "dialog[open] button[type=submit]:enabled");
    page.keyboard().press("Enter");

    assertThat(page.locator(".day-bar")).containsText("Речкин");
    assertThat(page.locator(".day-bar")).containsText("место 2");
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 60 && !isOn(page, selector); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(isOn(page, selector)).as(selector + " is reached with Tab").isTrue();
  }

  private static boolean isOn(Page page, String selector) {
    return Boolean.TRUE.equals(
        page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector));
  }

  @Test
  void aFingerThatRestsDragsABookingAndOneThatMovesAtOnceScrolls() {
    DistrictPages pages = trial.staff("LIBRARIAN", trial.browser().phone("ru-RU")).speak("ru");
    DayBoard board = DayBoard.of(pages, inDays(5));
    taken(board, "touched", "Полевая", "opora-1", "09:00/09:40").open();
    Page page = board.page();
    Locator bar = board.bar("touched");
    bar.scrollIntoViewIfNeeded();

    try (Finger finger = new Finger(page)) {
      finger.down(bar);
      finger.by(0, 60);
      finger.up();
      assertThat(page.locator(".dragging")).hasCount(0);
      board.barAt("touched", FIRST_LESSON);
      assertThat(bar).containsText("место 1");

      bar.scrollIntoViewIfNeeded();
      finger.down(bar);
      page.locator(".dragging").waitFor();
      finger.to(board.cell("2", FIRST_LESSON));
      finger.up();
    }

    assertThat(board.bar("touched")).containsText("место 2");
  }
}
