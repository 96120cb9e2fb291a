package kafedra.provisioning.trial;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The kiosk's page, made to show any of its screens with made-up people and seats. */
public final class KioskScenes {
  /** Collects what moved without anybody's touch, from the first paint on. */
  public static final String WATCH_SHIFTS =
      """
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          window.shifts.push(entry.sources.map(({ node, previousRect, currentRect }) =>
            `${Math.round(previousRect.y)}+${Math.round(previousRect.height)} → ${Math.round(currentRect.y)}+${Math.round(currentRect.height)} ${node?.outerHTML?.slice(0, 80)}`).join(' | '));
        }
      }).observe({ type: 'layout-shift', buffered: true });
      """;

  /** A target for a finger is no smaller, CSS pixels. */
  private static final int TARGET = 44;

  /**
   * What cannot be touched or read: outside of the screen, too small for a finger, or with text
   * that is cut off.
   */
  private static final String MISPLACED =
      """
      (least) => {
        const faults = [];
        const name = (node) => node.outerHTML.slice(0, 110);
        for (const node of document.querySelectorAll('button, h1, p, b, li')) {
          const box = node.getBoundingClientRect();
          if (box.width === 0 || getComputedStyle(node).clipPath !== 'none') continue;
          if (box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > innerHeight + 1) {
            faults.push(`outside (${Math.round(box.right)}, ${Math.round(box.bottom)}): ${name(node)}`);
          }
          if (node.tagName === 'BUTTON' && (box.height < least || box.width < least)) {
            faults.push(`small (${Math.round(box.width)} × ${Math.round(box.height)}): ${name(node)}`);
          }
        }
        for (const node of document.querySelectorAll('button, .button span, h1, .hurry, .budget-words')) {
          if (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline') {
            faults.push(`cut off: ${name(node)}`);
          }
        }
        const main = document.querySelector('main');
        const foot = document.querySelector('footer');
        if (foot !== null && foot.getBoundingClientRect().height > 0) {
          const top = foot.getBoundingClientRect().top;
          for (const node of main.querySelectorAll('button, p, h1')) {
            const box = node.getBoundingClientRect();
            if (box.height > 0 && box.bottom > top + 1) faults.push(`under the footer: ${name(node)}`);
          }
        }
        return faults;
      }
      """;

  private final Page page;

  private KioskScenes(Page page) {
    this.page = page;
  }

  /** Opens the kiosk's page in a language. */
  public static KioskScenes on(Page page, URI kiosk, String language) {
    new KioskScreen(page, kiosk).speak(language);
    page.waitForFunction("document.querySelector('svg.pictograms') !== null");
    page.evaluate(script());
    page.waitForFunction("window.showScene !== undefined");
    return new KioskScenes(page);
  }

  @SuppressWarnings("unchecked")
  public List<String> names() {
    return (List<String>) page.evaluate("Object.keys(window.scenes)");
  }

  public void show(String name) {
    page.evaluate("name => window.showScene(name)", name);
  }

  /** What a finger cannot reach or an eye cannot read on the screen that is shown. */
  @SuppressWarnings("unchecked")
  public List<String> misplaced() {
    return (List<String>) page.evaluate(MISPLACED, TARGET);
  }

  private static String script() {
    try (InputStream in =
        KioskScenes.class.getResourceAsStream("/kafedra/provisioning/trial/kiosk-scenes.js")) {
      if (in == null) {
        throw new IllegalStateException("the test lacks kiosk-scenes.js");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("kiosk-scenes.js cannot be read", unreadable);
    }
  }
}
