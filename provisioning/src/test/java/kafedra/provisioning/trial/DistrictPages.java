package kafedra.provisioning.trial;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.regex.Pattern;

/** The district's web pages, used as staff use them. */
public final class DistrictPages {
  private static final int SESSIONS_COLUMN = 5;
  private static final Pattern LOADING = Pattern.compile("(?m)^(Загруж|Loading).*…$");

  private final Page page;
  private final URI controller;

  public DistrictPages(Page page, URI controller) {
    this.page = page;
    this.controller = controller;
    page.navigate(controller.toString());
    page.locator("#login").waitFor();
  }

  public Page page() {
    return page;
  }

  public DistrictPages signIn(String login, String password) {
    page.locator("#login").fill(login);
    page.locator("#password").fill(password);
    page.locator("form button[type=submit]").click();
    page.locator("#main").waitFor();
    return this;
  }

  /** Opens one of the pages by its name in the address. */
  public DistrictPages open(String name) {
    page.navigate(controller + "#/" + name);
    page.locator("#main h1").waitFor();
    return this;
  }

  public DistrictPages speak(String language) {
    page.locator(".languages button[lang=" + language + "]").first().click();
    page.locator("html[lang=" + language + "]").waitFor();
    return this;
  }

  /** Waits until what the page asked for is shown. */
  public DistrictPages settle() {
    page.waitForCondition(() ->
        page.locator("#main [aria-busy=true]").count() == 0
            && !LOADING.matcher(page.locator("#main").innerText()).find());
    return this;
  }

  /** The number of sessions at the foot of the first table of hours. */
  public int sessionsShown() {
    Locator foot = page.locator(".usage-table tfoot tr").first();
    return Integer.parseInt(foot.locator("td").nth(SESSIONS_COLUMN).textContent().strip());
  }

  /**
   * A seat of the live room by its label, once it is in this condition: free, in-use, held, out,
   * unknown.
   */
  public Locator seat(String label, String condition) {
    Locator seat =
        page.locator(".seat-map .seat.is-" + condition)
            .filter(
                new Locator.FilterOptions()
                    .setHas(
                        page.locator(
                            ".seat-top strong",
                            new Page.LocatorOptions()
                                .setHasText(Pattern.compile("\\s" + label + "$")))));
    seat.waitFor();
    return seat;
  }
}
