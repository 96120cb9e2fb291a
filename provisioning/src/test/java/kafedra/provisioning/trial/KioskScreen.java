package kafedra.provisioning.trial;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;

/**
 * The kiosk's touch screen, used as a pupil uses it: cards are typed by a USB reader, the rest is
 * pressed.
 */
public final class KioskScreen {
  /** What the district buys. */
  public static final int WIDTH = 1024;

  public static final int HEIGHT = 600;

  private final Page page;

  public KioskScreen(Page page, URI kiosk) {
    this.page = page;
    page.navigate(kiosk.toString());
    awaitScreen("idle");
  }

  public Page page() {
    return page;
  }

  /** Waits until this screen is shown. */
  public KioskScreen awaitScreen(String name) {
    page.locator("main.screen-" + name).waitFor();
    return this;
  }

  /** A card reader types the number and Enter. */
  public KioskScreen tap(String card) {
    page.keyboard().type(card);
    page.keyboard().press("Enter");
    return this;
  }

  /** Presses what does this. */
  public KioskScreen press(String action) {
    page.locator("[data-do='" + action + "']").first().click();
    return this;
  }

  /** Presses what does this to that. */
  public KioskScreen press(String action, String argument) {
    page.locator("[data-do='" + action + "'][data-arg='" + argument + "']").first().click();
    return this;
  }

  /** Taps, takes any seat and answers its label. */
  public String takeAnySeat(String card) {
    tap(card).awaitScreen("hello").press("take", "");
    Locator number = page.locator("main.screen-opened .seat-number");
    number.waitFor();
    return number.innerText().strip();
  }

  /** Taps again and ends the session. */
  public KioskScreen signOut(String card) {
    tap(card).awaitScreen("session").press("go", "finish");
    return awaitScreen("finish").press("end").awaitScreen("finished");
  }

  /** Goes away from the screen. */
  public KioskScreen leave() {
    return press("leave").awaitScreen("idle");
  }

  /** Whether the screen says that the kiosk itself is gone. */
  public KioskScreen awaitBack() {
    page.locator("main.screen-lost")
        .waitFor(
            new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN).setTimeout(60_000));
    return this;
  }

  public KioskScreen speak(String language) {
    page.locator("[data-do='language'][data-arg='" + language + "']").first().click();
    return this;
  }
}
