package kafedra.provisioning.trial;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The board of a day, used by hand and by keys. */
public final class DayBoard {
  /** A page hears of a change by its stream, or asks within seconds. */
  public static final ContainsTextOptions WITHIN_A_MINUTE =
      new ContainsTextOptions().setTimeout(60_000);

  private static final int STEPS = 6;
  private static final String BOOK =
      """
      async ([id, holder, name, body]) => {
        const ask = async (path) => (await fetch('/api/v1' + path)).json();
        const found = holder === 'group'
          ? (await ask('/groups?school=opora')).find((one) => one.name === name)
          : (await ask('/people?school=opora&q=' + encodeURIComponent(name)))[0];
        const answer = await fetch('/api/v1/bookings/' + id, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ ...body, [holder]: found.id }),
        });
        return answer.status + ' ' + (await answer.text());
      }
      """;

  private final Page page;
  private final DistrictPages pages;
  private final LocalDate day;

  private DayBoard(DistrictPages pages, LocalDate day) {
    this.page = pages.page();
    this.pages = pages;
    this.day = day;
  }

  /** A day on its pages, not opened yet. */
  public static DayBoard of(DistrictPages pages, LocalDate day) {
    return new DayBoard(pages, day);
  }

  public Page page() {
    return page;
  }

  public DayBoard open() {
    pages.open("day?lab=opora-zal&day=" + day).settle();
    page.locator(".day-grid").waitFor();
    return this;
  }

  /**
   * Books behind the board's back, as another program would.
   *
   * @param holder "person" or "group"
   * @param seats ids, comma between
   * @param time "09:00/09:40" as the clocks of the zone show it
   */
  public DayBoard given(
      String id, String holder, String name, String seats, String time, ZoneId zone) {
    String[] ends = time.split("/", -1);
    Object answer =
        page.evaluate(
            BOOK,
            List.of(
                id,
                holder,
                name,
                Map.of(
                    "lab", "opora-zal",
                    "workstations", List.of(seats.split(",", -1)),
                    "start", instant(ends[0], zone),
                    "end", instant(ends[1], zone),
                    "purpose", "OTHER")));
    if (!String.valueOf(answer).startsWith("201")) {
      throw new IllegalStateException("not booked: " + answer);
    }
    return this;
  }

  private String instant(String time, ZoneId zone) {
    return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant().toString();
  }

  /** A free stretch of a seat. */
  public Locator cell(String seat, String time) {
    return page.locator(".day-cell[data-seat='" + seat + "'][data-time='" + time + "']");
  }

  /** A booking by its id. */
  public Locator bar(String booking) {
    return page.locator(".day-bar[data-booking='" + booking + "']").first();
  }

  /** A booking by its id, once it lies at this time. */
  public Locator barAt(String booking, String time) {
    Locator bar =
        page.locator(".day-bar[data-booking='" + booking + "'][data-time='" + time + "']").first();
    bar.waitFor();
    return bar;
  }

  /** Drags from the middle of one to the middle of another and holds still there. */
  public DayBoard dragAndHold(Locator from, Locator to) {
    from.scrollIntoViewIfNeeded();
    press(middle(from));
    moveTo(middle(to));
    return this;
  }

  public DayBoard drag(Locator from, Locator to) {
    dragAndHold(from, to);
    return release();
  }

  public DayBoard release() {
    page.mouse().up();
    return this;
  }

  /** Pulls the end of a bar by so many minutes of the board's own scale. */
  public DayBoard stretch(Locator bar, int minutes) {
    bar.scrollIntoViewIfNeeded();
    BoundingBox box = bar.boundingBox();
    double perMinute =
        (Double)
            page.evaluate(
                "document.querySelector('.day-lane').getBoundingClientRect().width / 1440");
    double[] edge = {box.x + box.width - 3, box.y + box.height / 2};
    press(edge);
    moveTo(new double[] {edge[0] + minutes * perMinute, edge[1]});
    return release();
  }

  private void press(double[] at) {
    page.mouse().move(at[0], at[1]);
    page.mouse().down();
  }

  private void moveTo(double[] at) {
    page.mouse().move(at[0], at[1], new Mouse.MoveOptions().setSteps(STEPS));
  }

  private static double[] middle(Locator locator) {
    BoundingBox box = locator.boundingBox();
    return new double[] {box.x + box.width / 2, box.y + box.height / 2};
  }

  /** Chooses in a field that finds. */
  public DayBoard choose(String name) {
    Locator field = page.locator("dialog[open] [role=combobox]");
    field.fill(name);
    page.locator("dialog[open] [role=option]")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first()
        .waitFor();
    field.press("ArrowDown");
    field.press("Enter");
    return this;
  }
}
