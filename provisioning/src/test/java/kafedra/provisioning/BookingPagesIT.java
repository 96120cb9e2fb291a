package kafedra.provisioning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.regex.Pattern;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DayBoard;
import kafedra.provisioning.trial.DistrictPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The librarian's screens by hand and by keys, in a real browser before a real controller. Each
 * test has a day of its own.
 */
class BookingPagesIT {
  private static final String FIRST_LESSON = "09:00–09:40";

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
        .allMatch(it -> it.contains("status of 409"));
  }

  private static LocalDate inDays(int days) {
    return LocalDate.ofInstant(InstantSource.system().instant(), trial.district().district().zone())
        .plusDays(days);
  }

  private static DayBoard board(int day) {
    return DayBoard.of(trial.staff("LIBRARIAN").speak("ru"), inDays(day));
  }

  /** Books in the time of the district, as another program would. */
  private static DayBoard given(
      DayBoard board, String id, String holder, String name, String seats, String time) {
    return board.given(id, holder, name, seats, time, trial.district().district().zone());
  }

  @Test
  void drawingOverCellsBooksThemAndAnotherBrowserSeesIt() {
    DayBoard board = board(1).open();
    DayBoard other = board(1).open();

    board.drag(board.cell("1", FIRST_LESSON), board.cell("2", FIRST_LESSON)).choose("8А");
    board.page().locator("dialog[open] button[type=submit]").click();

    assertThat(board.page().locator(".day-bar")).containsText("8А");
    assertThat(board.page().locator(".day-bar")).containsText("2 места");
    assertThat(other.page().locator(".day-bar")).containsText("8А", DayBoard.WITHIN_A_MINUTE);
  }

  @Test
  void aBookingGoesWhereItIsDraggedAndComesBackWhenUndone() {
    DayBoard board = board(2).open();
    given(board, "moved", "person", "Луговая", "opora-1", "09:00/09:40").open();

    board.drag(board.bar("moved"), board.cell("3", "10:00–11:00"));
    board.barAt("moved", "10:10–10:50");
    board.page().locator(".toast .button:has-text('Отменить')").click();

    board.barAt("moved", FIRST_LESSON);
  }

  @Test
  void itsEdgeIsPulledByFiveMinuteMarks() {
    DayBoard board = board(3).open();
    given(board, "pulled", "person", "Луговая", "opora-1", "09:00/09:40").open();

    board.stretch(board.bar("pulled"), 22);

    board.barAt("pulled", "09:00–10:00");
  }

  @Test
  void keysMoveABookingAndTellWhereItWouldLie() {
    DayBoard board = board(4).open();
    given(board, "keyed", "person", "Речкин", "opora-1", "09:00/09:40").open();
    Page page = board.page();

    board.bar("keyed").focus();
    page.keyboard().press("m");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#said")).hasText("09:05–09:45. место 2. Свободно");
    page.keyboard().press("Enter");

    assertThat(board.barAt("keyed", "09:05–09:45")).isFocused();
  }

  @Test
  void whatIsInTheWayIsNamedWhileDraggingAndANearTimeIsOnePressAway() {
    DayBoard board = board(5).open();
    given(board, "first", "person", "Луговая", "opora-1", "09:00/09:40");
    given(board, "second", "person", "Полевая", "opora-1", "10:00/10:40").open();
    Page page = board.page();

    board.dragAndHold(board.bar("second"), board.bar("first"));
    assertThat(page.locator(".plan-tip.bad"))
        .containsText("Мешает: Луговая Анна, 09:00–09:40, место 1");
    assertThat(board.bar("first")).hasClass(Pattern.compile("in-way"));
    board.release();

    Locator dialog = page.locator("dialog[open]");
    assertThat(dialog).containsText("Луговая Анна");
    String offered = dialog.locator(".chip-button").first().innerText().strip();
    dialog.locator(".chip-button").first().click();
    board.barAt("second", offered.substring(offered.length() - FIRST_LESSON.length()));
  }

  @Test
  void escapeLeavesADraggedBookingWhereItWas() {
    DayBoard board = board(6).open();
    given(board, "kept", "person", "Луговая", "opora-1", "09:00/09:40").open();

    board.dragAndHold(board.bar("kept"), board.cell("3", "10:00–11:00"));
    board.page().keyboard().press("Escape");
    board.release();

    assertThat(board.page().locator(".plan")).hasCount(0);
    board.open().barAt("kept", FIRST_LESSON);
  }

  @Test
  void twoEditsOfOneVersionAreShownBesideEachOther() {
    DayBoard mine = board(7).open();
    given(mine, "twice", "person", "Озеров", "opora-1", "09:00/09:40").open();
    DayBoard theirs = board(7).open();
    Page page = mine.page();
    mine.bar("twice").click();
    page.locator("dialog[open] .booking-acts .button:has-text('Перенести')").click();
    page.locator("dialog[open] .sheet-form input.time").first().fill("11:00");
    page.locator("dialog[open] .sheet-form input.time").first().press("Tab");

    theirs.stretch(theirs.bar("twice"), 22);
    theirs.barAt("twice", "09:00–10:00");
    page.locator("dialog[open] .sheet-form button[type=submit]").click();

    Locator versions = page.locator("dialog[open] .versions");
    assertThat(versions).containsText("09:00–10:00");
    assertThat(versions).containsText("11:00–11:40");
    page.locator("dialog[open] .button.main").click();
    mine.barAt("twice", "11:00–11:40");
  }

  @Test
  void aClassIsBookedInThreeStepsWithTheSeatsThatThereAre() {
    DistrictPages pages = trial.staff("LIBRARIAN").speak("en");
    Page page = pages.page();
    pages.open("class?day=" + inDays(8)).settle();

    page.locator(".group-card:has-text('8А')").first().click();
    page.locator(".class-lessons label:has-text('lesson 1')").click();
    assertThat(page.locator(".class-verdict")).containsText("This room has 3 seats in all");
    page.locator(".class-verdict .chip-button:has-text('Take the 3 free seats')").click();
    page.locator(".class-go .main").click();
    assertThat(page.locator(".class-result")).containsText("seats 1–3");
    page.locator(".class-go .main").click();
    page.locator(".notice.good").waitFor();

    DayBoard board = DayBoard.of(pages, inDays(8)).open();
    assertThat(board.page().locator(".day-bar")).containsText("3 seats");
  }

  /** Gives a day shorter lessons, as the calendar's page does. */
  private static final String SHORT_DAY =
      """
      async (date) => {
        const path = '/api/v1/schools/opora/calendar';
        const { version, plan } = await (await fetch(path)).json();
        plan.bells.push({ name: 'Короткий', lessons: [{ number: 1, shift: 'FIRST', start: '10:00', end: '10:30' }] });
        plan.specialDays.push({ date, name: 'Перед праздником', taughtAs: null, bells: 'Короткий', hours: null });
        const headers = { 'Content-Type': 'application/json' };
        const body = JSON.stringify({ version, plan });
        return (await fetch(path, { method: 'PUT', headers, body })).status;
      }
      """;

  @Test
  void theFormOffersTheLessonsOfASpecialDay() {
    DistrictPages pages = trial.staff("LIBRARIAN").speak("ru");
    Page page = pages.page();
    assertThat(page.evaluate(SHORT_DAY, inDays(12).toString())).isEqualTo(200);

    pages.open("book?day=" + inDays(12)).settle();

    Locator lessons = page.locator(".choices.lessons");
    assertThat(lessons).containsText("10:00–10:30");
    assertThat(lessons).not().containsText(FIRST_LESSON);
    lessons.locator("label").first().click();
    assertThat(page.locator(".book-aside")).containsText("10:00–10:30");
    page.locator(".day-step .button.square").last().click();
    assertThat(lessons).containsText(FIRST_LESSON);
  }

  @Test
  void anybodysNextBookingIsFoundAndLedTo() {
    DayBoard board = board(9).open();
    given(board, "sought", "person", "Речкин", "opora-2", "16:00/16:40");
    DistrictPages pages = trial.staff("LIBRARIAN").speak("ru").open("room").settle();
    Page page = pages.page();

    page.locator("h1").click();
    page.keyboard().press("/");
    DayBoard.of(pages, inDays(9)).choose("Речкин");
    page.locator(".found-list a[href*='sought']").click();

    assertThat(page.locator(".day-bar[data-booking=sought]")).isFocused();
  }

  @Test
  void aFingerOnAPhoneBooksThroughAListOfLargeButtons() {
    DistrictPages pages = trial.staff("LIBRARIAN", trial.browser().phone("ru-RU")).speak("ru");
    DayBoard board = DayBoard.of(pages, inDays(10)).open();
    Page page = board.page();

    board.cell("2", FIRST_LESSON).tap();
    Browser.picture(page, "phone-day-actions");
    page.locator("dialog[open] .action-list .button:has-text('Забронировать')").click();
    board.choose("Полевая");
    page.locator("dialog[open] button[type=submit]").click();

    assertThat(page.locator(".day-bar")).containsText("Полевая");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
  }

  @Test
  void theWeekShowsAClassAndLeadsToItsDay() {
    DayBoard board = board(11).open();
    given(board, "weekly", "group", "8А", "opora-1,opora-2", "09:00/09:40");
    DistrictPages pages = trial.staff("LIBRARIAN").speak("ru");
    Page page = pages.page();
    pages.open("week?lab=opora-zal&day=" + inDays(11)).settle();

    Locator block = page.locator(".week-day[data-day='" + inDays(11) + "'] .week-block");
    assertThat(block).containsText("8А");
    assertThat(block).containsText("2 места");
    block.click();
    assertThat(page.locator("dialog[open]")).containsText(FIRST_LESSON);
  }
}
